// AssemblyScript (compiled by loaders/compile-kernels.ts), not TypeScript: the SIMD kernels under src/kernels.
// Memory is imported and laid out by src/kernels/kernel-memory.ts; nothing is allocated here.
export * from "./mask";
export * from "./histogram";
export * from "./fingerprint";
export * from "./forest";
