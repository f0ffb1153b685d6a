/** The minified ES module of 3Dmol: the package's main file is a development build of 5 MB that needs `eval`. */
declare module "3dmol/build/3Dmol.es6-min.js" {
  export * from "3dmol";
}
