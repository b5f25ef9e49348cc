// Starts the client: the page stays as it is when the program cannot come, and says so. No inline script anywhere.
import init from "/frontend.js";

init({ module_or_path: "/frontend_bg.wasm" }).catch(() => {
  const line = document.querySelector("#before main p");
  if (line) line.textContent = "Trame n’a pas pu s’ouvrir. Vérifiez le réseau, puis rechargez la page.";
});
