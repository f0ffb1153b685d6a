/** Lets the page answer to what has happened meanwhile; unlike a frame, also where the page is not looked at. */
export const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
