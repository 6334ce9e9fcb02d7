const button = document.getElementById("retry");

button?.addEventListener("click", () => {
  button.setAttribute("disabled", "");
  button.textContent = "Mencoba lagi …";
  window.postMessage({ type: "bela-beli:retry" }, window.location.origin);
});
