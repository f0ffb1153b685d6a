/** Does something with the last of several calls, once no other has come for a while; never after the signal. */
export function afterPause<T>(milliseconds: number, act: (last: T) => void, signal: AbortSignal): (value: T) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
  });
  return (value) => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      act(value);
    }, milliseconds);
  };
}
