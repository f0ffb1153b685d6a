import js from "@eslint/js";
import tseslint from "typescript-eslint";

const nodeOnly = "Folders 0-4 are pure: no DOM, no fetch, no clock, no Math.random (CONTRIBUTING, 'One direction').";

export default tseslint.config(
  {ignores: ["dist", "node_modules", "src/.observablehq", "data/raw", "src/kernels/assembly"]},
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      "no-undef": "off",
      "no-console": "error",
      "no-restricted-exports": ["error", {restrictDefaultExports: {direct: true, named: true}}],
      "max-lines": ["error", {max: 300, skipBlankLines: false, skipComments: false}],
      "max-lines-per-function": ["error", {max: 50, skipBlankLines: true, skipComments: true}],
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-explicit-any": "error"
    }
  },
  {
    files: ["src/{base,tables,kernels,chem,structures,search,alerts,admet,scoring,screening,filters,series}/**/*.ts"],
    rules: {
      "no-restricted-globals": [
        "error",
        ...["window", "document", "fetch", "localStorage", "performance", "self", "process"].map((name) => ({
          name,
          message: nodeOnly
        }))
      ],
      "no-restricted-syntax": [
        "error",
        {selector: "MemberExpression[object.name='Math'][property.name='random']", message: nodeOnly},
        {selector: "MemberExpression[object.name='Date'][property.name='now']", message: nodeOnly},
        {selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: nodeOnly}
      ]
    }
  },
  {
    files: ["src/bin/**", "src/data/**", "src/vendor/**", "loaders/**", "bench/**", "test/**"],
    rules: {"no-console": "off"}
  },
  {files: ["*.config.{js,ts}"], rules: {"no-restricted-exports": "off"}},
  {
    files: ["test/**", "bench/**"],
    rules: {
      "max-lines-per-function": "off",
      "@typescript-eslint/no-non-null-assertion": "off"
    }
  }
);
