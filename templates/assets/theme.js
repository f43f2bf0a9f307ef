// The switch between light and dark. Without scripts the system's own setting holds, and the switch stays hidden.
(function () {
  "use strict";
  var page = document.documentElement;
  var button = document.querySelector("[data-theme-switch]");
  var system = window.matchMedia("(prefers-color-scheme: dark)");

  function stored() {
    try { return localStorage.getItem("theme"); } catch (error) { return null; }
  }
  function store(theme) {
    try { localStorage.setItem("theme", theme); } catch (error) { /* a private window: for this page only */ }
  }
  function shown() {
    return page.getAttribute("data-theme") || (system.matches ? "dark" : "light");
  }
  function label() {
    button.textContent = shown() === "dark" ? light : dark;
  }

  var theme = stored();
  if (theme === "light" || theme === "dark") { page.setAttribute("data-theme", theme); }
  if (!button) { return; }
  var dark = button.textContent;
  var light = button.getAttribute("data-light") || "Light";
  button.hidden = false;
  label();
  button.addEventListener("click", function () {
    var next = shown() === "dark" ? "light" : "dark";
    page.setAttribute("data-theme", next);
    store(next);
    label();
  });
})();
