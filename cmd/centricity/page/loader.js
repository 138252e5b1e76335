// Fetches the game, shows how far that is, and starts it.
"use strict";
(() => {
  const loading = document.getElementById("loading");
  const bar = document.getElementById("bar");
  const message = document.getElementById("message");
  // What the program weighs, noted when the page was built: over a compressed
  // connection Content-Length counts other bytes than those that arrive.
  const bytes = Number(document.currentScript.dataset.bytes);
  // The name of a scenario that lies beside the page, as scenario.yaml.
  const scenario = document.currentScript.dataset.scenario;

  try { // the colours the player chose last time
    const look = JSON.parse(localStorage.getItem("centricity/look.json"));
    document.documentElement.classList.toggle("dark", look?.dark === true);
  } catch { /* no storage, or no choice yet */ }

  function tell(text) {
    loading.hidden = false;
    bar.hidden = true;
    message.textContent = text;
    message.setAttribute("role", "alert");
  }

  function missing() {
    if (typeof WebAssembly !== "object" || typeof ReadableStream !== "function") {
      return "This browser cannot run the game: it has no WebAssembly. Any current Firefox, Chrome, Edge or Safari has it.";
    }
    if (!document.createElement("canvas").getContext("webgl2")) {
      return "This browser cannot draw the game: it has no WebGL 2, or it is switched off. Please allow hardware acceleration in its settings, or use another browser.";
    }
    return location.protocol === "file:"
      ? "A browser does not start the game from a folder. Serve the folder instead: centricity-lab serve"
      : "";
  }

  // counted passes a response on and shows how much of it has arrived.
  function counted(response) {
    const encoded = response.headers.get("Content-Encoding");
    const total = bytes || (encoded ? 0 : Number(response.headers.get("Content-Length")));
    const megabytes = (n) => (n / 1e6).toFixed(1);
    let done = 0;
    const count = new TransformStream({
      transform(chunk, controller) {
        done += chunk.byteLength;
        if (total > 0) {
          bar.value = Math.min(done / total, 1);
          message.textContent = `Loading … ${megabytes(done)} of ${megabytes(total)} MB`;
        } else {
          message.textContent = `Loading … ${megabytes(done)} MB`;
        }
        controller.enqueue(chunk);
      },
    });
    return new Response(response.body.pipeThrough(count), { headers: { "Content-Type": "application/wasm" } });
  }

  // appear takes the cover away once the game has drawn: the engine makes its
  // canvas small and gives it its size with the first picture.
  function appear() {
    const canvas = document.querySelector("body > canvas");
    if (canvas && canvas.width > 16) {
      requestAnimationFrame(() => requestAnimationFrame(() => { loading.hidden = true; }));
    } else {
      requestAnimationFrame(appear);
    }
  }

  async function start() {
    const lacks = missing();
    if (lacks) {
      return tell(lacks);
    }
    let program;
    const go = new Go();
    try {
      const response = await fetch("main.wasm");
      if (!response.ok) {
        return tell(`The game could not be loaded: main.wasm is not there (${response.status}).`);
      }
      program = await WebAssembly.instantiateStreaming(counted(response), go.importObject);
    } catch (e) {
      console.error(e);
      return tell("The game could not be loaded. Please check the connection and reload the page.");
    }
    if (scenario) {
      try {
        const response = await fetch("scenario.yaml");
        if (!response.ok) {
          return tell(`The scenario could not be loaded: scenario.yaml is not there (${response.status}).`);
        }
        globalThis.centricityScenario = { name: scenario, text: await response.text() };
      } catch (e) {
        console.error(e);
        return tell("The scenario could not be loaded. Please check the connection and reload the page.");
      }
    }
    message.textContent = "Starting …";
    bar.removeAttribute("value");
    appear();
    await go.run(program.instance);
    tell("The game has stopped. Every round played is saved: reload the page to go on.");
  }
  start();
})();
