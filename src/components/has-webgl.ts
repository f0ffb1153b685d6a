/** True when this browser can draw in three dimensions. */
export function hasWebGL(): boolean {
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("webgl2") ?? canvas.getContext("webgl");
  // Given back at once: a browser has few of them.
  context?.getExtension("WEBGL_lose_context")?.loseContext();
  return context !== null;
}
