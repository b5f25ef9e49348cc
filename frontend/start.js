// Starts the client: the page stays as it is when the program cannot come, and says so. No inline script anywhere.
import init from "/frontend.js";

init({ module_or_path: "/frontend_bg.wasm" }).catch(() => {
  document.querySelector("#opening")?.remove();
  document.querySelector("#unopened")?.removeAttribute("hidden");
});
