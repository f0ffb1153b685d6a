import {html} from "htl";

/** Hands a text to the browser's own "save" dialog; it does not leave the page. */
export function saveText(name: string, type: string, text: string): void {
  saveBytes(name, type, text);
}

/** As `saveText`, for a file of any content. */
export function saveBytes(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], {type}));
  const link = html<HTMLAnchorElement>`<a href=${address} download=${name}></a>`;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, 60_000);
}
