// What the site's own scripts share: where the site is, and how they come by files of its contents.
//
// Classic scripts in this one namespace, not modules: a page that was opened from a disk may load no module, and may
// fetch nothing. For the same reason contents come as scripts, each a call of `dateline.arrived`.
(function () {
  "use strict";

  /** Where files are that pages in every language share. */
  const shared = new URL("..", document.currentScript.src);
  /** The root of the page's own language: a site in several has a folder for each beside its own. */
  const root = new URL(document.documentElement.dataset.languageFolder ?? "", shared);
  /** @type {Map<string, {promise: Promise<object>, settle: function(object): void}>} Files asked for, by address. */
  const asked = new Map();

  /**
   * A file of the site's contents, loaded once.
   * @param {string} address below the site's root: `search/names.js`
   * @returns {Promise<object>} rejected when the file does not come
   */
  function load(address) {
    if (!asked.has(address)) {
      const entry = {};
      entry.promise = new Promise((settle, refuse) => {
        entry.settle = settle;
        const script = document.createElement("script");
        script.src = link(address);
        script.onerror = () => { asked.delete(address); refuse(new Error(address)); };
        document.head.append(script);
      });
      asked.set(address, entry);
    }
    return asked.get(address).promise;
  }

  /** Called by a file of contents: here is its value. */
  function arrived(address, value) {
    const entry = asked.get(address);
    if (entry) { entry.settle(value); }
  }

  /**
   * The link to a page of the site; on a disk, folders have no index of their own.
   * @param {string} address below the site's root: `events/tabqa-falls/`
   */
  function link(address) {
    const folder = address === "" || address.endsWith("/");
    return new URL(folder && location.protocol === "file:" ? `${address}index.html` : address, root).href;
  }

  /** A new element with a class and text, which is never read as HTML. */
  function make(name, className, text) {
    const element = document.createElement(name);
    if (className) { element.className = className; }
    if (text) { element.textContent = text; }
    return element;
  }

  const digits = document.documentElement.dataset.digits;

  /** A number or a date in the digits of the page's language. */
  function written(value) {
    return digits ? String(value).replace(/\d/g, (digit) => digits[digit]) : String(value);
  }

  /** A pattern of the page's own words with its gaps filled: `{shown} of {total}`. */
  function worded(pattern, gaps) {
    return pattern.replace(/\{(\w+)\}/g, (gap, name) => (!(name in gaps) ? gap : typeof gaps[name] === "number" ? written(gaps[name]) : gaps[name]));
  }

  /** `act`, once nothing has called for it for a while. */
  function later(act, milliseconds) {
    let timer = 0;
    return () => { clearTimeout(timer); timer = setTimeout(act, milliseconds); };
  }

  /** Write parameters into the page's address; empty ones are left out. The reader's history stays as it is. */
  function keepInAddress(parameters) {
    const address = new URL(location.href);
    for (const [name, value] of Object.entries(parameters)) {
      if (value) { address.searchParams.set(name, value); } else { address.searchParams.delete(name); }
    }
    if (address.href !== location.href) { history.replaceState(history.state, "", address); }
  }

  window.dateline = { root, shared, load, arrived, link, make, worded, written, later, keepInAddress };
})();
