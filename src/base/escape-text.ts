/** A text as it stands in XML and HTML, inside elements and inside attributes in double quotes. */
export const escapeText = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
