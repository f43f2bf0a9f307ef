// The preview's ear: one connection for all tabs of a browser, which may have only six to one host. Pages say which
// address they show and as what; what is new comes back to them. As a plain worker it serves one tab alone.
"use strict";

const tabs = new Map();
let token = "";
let source = null;
let waiting = 0;
let asking = 0;

function pages() {
  const shown = new Map();
  for (const tab of tabs.values()) { shown.set(tab.page, tab.digest); }
  return shown;
}

// Listening anew is cheap: the server compares digests and tells what was missed meanwhile.
function listen() {
  waiting = 0;
  if (source) { source.close(); source = null; }
  if (!tabs.size) { return; }
  const asked = new URLSearchParams({ token: token });
  for (const [page, digest] of pages()) {
    asked.append("page", page);
    asked.append("digest", digest);
  }
  source = new EventSource("/_dateline/channel?" + asked);
  source.onmessage = hear;
  source.onerror = lost;
}

function soon() {
  if (!waiting) { waiting = setTimeout(listen, 0); }
}

function hear(event) {
  const message = JSON.parse(event.data);
  for (const [port, tab] of tabs) {
    if (message.kind !== "files" && message.address !== tab.page) { continue; }
    if (message.kind === "page") { tab.digest = message.digest; }
    port.postMessage(message);
  }
}

// A refusal is for good: this is another preview by now, and its pages carry another token.
function lost() {
  if (source && source.readyState === EventSource.CLOSED && !asking) {
    asking = setInterval(ask, 1000);
  }
}

function ask() {
  fetch("/_dateline/findings.css", { method: "HEAD" }).then(function (answer) {
    if (!answer.ok || !asking) { return; }
    clearInterval(asking);
    asking = 0;
    for (const port of tabs.keys()) { port.postMessage({ kind: "restarted" }); }
  }, function () { /* still away */ });
}

function answer(port, message) {
  if (message.kind === "hello") {
    tabs.set(port, { page: message.page, digest: message.digest });
    token = message.token;
    soon();
  } else if (message.kind === "bye" && tabs.delete(port)) {
    soon();
  }
}

if ("SharedWorkerGlobalScope" in self) {
  self.onconnect = function (event) {
    const port = event.ports[0];
    port.onmessage = function (said) { answer(port, said.data); };
  };
} else {
  self.onmessage = function (said) { answer(self, said.data); };
}
