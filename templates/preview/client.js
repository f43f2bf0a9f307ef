// Keeps a page of the preview as its source is. What scripts and readers did to the page stays: an element is touched
// only where the text that the server sends of it differs from the text it had sent before.
(function () {
  "use strict";
  var own = document.currentScript;
  var page = own.dataset.page;
  var token = own.dataset.token;
  var digest = own.dataset.digest;
  var sent = new WeakMap(); // element → what the server sent of it: { html, attributes }
  var versions = new Map(); // path of a style sheet or picture → how often it has changed
  var port = null;

  // What was sent

  function keep(element, like) {
    var attributes = Object.create(null);
    for (var one of like.attributes) { attributes[one.name] = one.value; }
    sent.set(element, { html: like.outerHTML, attributes: attributes });
  }
  function keepAll(root) {
    keep(root, root);
    for (var element of root.querySelectorAll("*")) { keep(element, element); }
  }

  // Morphing

  function isElement(node) { return node.nodeType === Node.ELEMENT_NODE; }

  var next = new WeakMap(); // element → its attributes as they are sent now

  var callbacks = {
    beforeNodeMorphed: function (old, fresh) {
      if (!isElement(old) || !isElement(fresh)) { return true; }
      var before = sent.get(old);
      if (before && before.html === fresh.outerHTML) { return false; }
      next.set(old, fresh);
      return true;
    },
    afterNodeMorphed: function (old, fresh) {
      if (isElement(old) && isElement(fresh)) { keep(old, fresh); }
    },
    afterNodeAdded: function (node) {
      if (isElement(node)) { keepAll(node); }
    },
    beforeNodeRemoved: function (node) {
      return !isElement(node) || sent.has(node); // what a script put in, it will take out itself
    },
    beforeAttributeUpdated: function (name, element) {
      var before = sent.get(element);
      var fresh = next.get(element);
      if (!before || !fresh) { return true; }
      var value = fresh.getAttribute(name);
      return (name in before.attributes ? before.attributes[name] : null) !== value;
    },
  };

  function morph(html) {
    var fresh = new DOMParser().parseFromString(html, "text/html");
    var mine = fresh.querySelector("script[src='/_dateline/client.js']");
    if (mine) { for (var one of own.attributes) { mine.setAttribute(one.name, one.value); } }
    for (var file of fresh.querySelectorAll("link[rel~='stylesheet'], img")) { setVersion(file); }
    Idiomorph.morph(document.documentElement, fresh.documentElement, { callbacks: callbacks });
    document.dispatchEvent(new CustomEvent("dateline:changed"));
  }

  // Style sheets and pictures

  function address(file) { return file.localName === "link" ? "href" : "src"; }
  function setVersion(file) {
    var name = address(file);
    var written = file.getAttribute(name);
    if (!written) { return; }
    var url = new URL(written, location.href);
    var version = url.origin === location.origin && versions.get(url.pathname);
    if (version) { file.setAttribute(name, written.split(/[?#]/)[0] + "?" + version); }
  }
  function swap(addresses) {
    var changed = new Set(addresses.map(function (one) { return "/" + one; }));
    changed.forEach(function (path) { versions.set(path, (versions.get(path) || 0) + 1); });
    for (var file of document.querySelectorAll("link[rel~='stylesheet'], img")) {
      if (!changed.has(new URL(file[address(file)], location.href).pathname)) { continue; }
      if (file.localName === "img") { setVersion(file); keep(file, file); } else { swapSheet(file); }
    }
  }
  // The old sheet stays until the new one is there, so that nothing is ever shown without its style.
  function swapSheet(link) {
    var fresh = link.cloneNode();
    setVersion(fresh);
    fresh.addEventListener("load", function () { link.remove(); });
    fresh.addEventListener("error", function () { link.remove(); });
    link.after(fresh);
    keep(fresh, fresh);
  }

  // Findings over the page

  var box = null;
  var closed = false;

  function make(tag, name, words) {
    var made = document.createElement(tag);
    if (name) { made.className = name; }
    if (words) { made.textContent = words; }
    return made;
  }
  function shadow() {
    if (!box || !box.isConnected) {
      box = document.createElement("dateline-findings");
      var root = box.attachShadow({ mode: "open" });
      var style = document.createElement("link");
      style.rel = "stylesheet";
      style.href = "/_dateline/findings.css";
      root.append(style, make("div", "place"));
      document.documentElement.append(box);
    }
    return box.shadowRoot.querySelector(".place");
  }
  function counted(number, word) { return number + " " + word + (number === 1 ? "" : "s"); }
  function line(counts) {
    var words = [];
    if (counts.errors) { words.push(counted(counts.errors, "error")); }
    if (counts.warnings) { words.push(counted(counts.warnings, "warning")); }
    if (counts.infos) { words.push(counted(counts.infos, "note")); }
    return words.join(" · ") || "no findings";
  }
  function row(finding) {
    var item = make("li", finding.severity);
    var head = make("p", "head");
    var place = make(finding.url ? "a" : "span", "location", finding.place);
    if (finding.url) { place.href = finding.url; place.title = "Open in the editor"; }
    head.append(make("strong", "", finding.severity), " " + finding.code + " ", place);
    if (finding.form) {
      var field = make("a", "form", "in the form");
      field.href = finding.form;
      head.append(" ", field);
    }
    item.append(head, make("p", "message", finding.message));
    if (finding.help) { item.append(make("p", "help", finding.help)); }
    return item;
  }
  function list(heading, findings) {
    var part = document.createDocumentFragment();
    if (!findings.length) { return part; }
    var rows = make("ul");
    findings.forEach(function (finding) { rows.append(row(finding)); });
    part.append(make("h2", "", heading), rows);
    return part;
  }
  function show(found) {
    var place = shadow();
    var errors = found.counts.errors > 0;
    if (!errors) { closed = false; }
    var kept = place.querySelector("details");
    var open = errors ? !closed : !!kept && kept.open && !kept.classList.contains("errors");
    var details = make("details", errors ? "errors" : found.counts.warnings ? "warnings" : "fine");
    var summary = make("summary", "", line(found.counts));
    details.open = open;
    details.append(summary);
    var body = make("div", "body");
    if (found.held) {
      body.append(make("p", "held", "You see what was last good. It goes on when the errors are mended."));
    }
    body.append(list("About this page", found.here), list("Elsewhere", found.elsewhere));
    var more = make("a", "panel", "Everything about this site");
    more.href = "/_dateline/";
    body.append(more);
    details.append(body);
    summary.addEventListener("click", function () { closed = errors && details.open; });
    var edit = make("a", "edit", "Edit");
    edit.href = found.edit || "";
    place.replaceChildren(...(found.edit ? [edit, details] : [details]));
  }

  // The panel's buttons

  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("button[data-copy]");
    if (!button) { return; }
    navigator.clipboard.writeText(button.dataset.copy).then(function () {
      button.classList.add("copied");
      setTimeout(function () { button.classList.remove("copied"); }, 1200);
    }, function () { window.prompt("Copy this:", button.dataset.copy); });
  });

  // Listening

  function hear(event) {
    var message = event.data;
    if (message.kind === "page" && message.digest !== digest) {
      digest = message.digest;
      morph(message.html);
    } else if (message.kind === "findings") {
      show(message);
    } else if (message.kind === "files") {
      swap(message.addresses);
    } else if (message.kind === "restarted") {
      location.reload();
    }
  }
  function say(kind) { port.postMessage({ kind: kind, page: page, digest: digest, token: token }); }
  function listen() {
    if (window.SharedWorker) {
      port = new SharedWorker("/_dateline/channel.js").port;
    } else {
      port = new Worker("/_dateline/channel.js");
    }
    port.onmessage = hear;
    say("hello");
  }

  keepAll(document.documentElement);
  listen();
  addEventListener("pagehide", function () { say("bye"); });
  addEventListener("pageshow", function (event) { if (event.persisted) { say("hello"); } });
})();
