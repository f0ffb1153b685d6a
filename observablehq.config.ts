export default {
  root: "src",
  output: "dist",
  title: "Fumehood",
  globalStylesheets: [],
  sidebar: false,
  toc: false,
  pager: false
};
