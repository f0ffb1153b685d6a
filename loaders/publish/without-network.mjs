// Loaded into the framework's process before it starts: a build asks nobody. Whatever it would ask for has to be
// installed, so a page that names a module in a way that is fetched fails here and not on a machine without network.
globalThis.fetch = (address) => {
  const url = typeof address === "string" || address instanceof URL ? String(address) : address.url;
  return Promise.reject(new Error(`a build must not need the network, but it asked for ${url}`));
};
