// Fetches the game, shows how far that is, and starts it.
"use strict";
(() => {
  const loading = document.getElementById("loading");
  const bar = document.getElementById("bar");
  const message = document.getElementById("message");
  // What index.html expects of the program: its size and SHA-256. The size is
  // also how far loading is told by: over a compressed connection Content-Length
  // counts other bytes than those that arrive.
  const { bytes, sum, scenario, scenarioSum } = document.currentScript.dataset;
  const size = Number(bytes);

  const texts = {
    en: {
      loading: "Loading …", some: "Loading … {0} MB", of: "Loading … {0} of {1} MB", starting: "Starting …", bar: "Loading",
      old: "This browser cannot run the game: it has no WebAssembly. Any current Firefox, Chrome, Edge or Safari has it.",
      folder: "A browser does not start the game from a folder. Serve the folder instead: centricity-lab serve",
      missing: "The game could not be loaded: {0} is not there ({1}).",
      network: "The game could not be loaded. Please check the connection and reload the page.",
      mixture: "The game is being replaced by a newer version. Please reload the page in a minute.",
      stopped: "The game has stopped. Every round played is saved: reload the page to go on.",
    },
    es: {
      loading: "Cargando…", some: "Cargando… {0} MB", of: "Cargando… {0} de {1} MB", starting: "Iniciando…", bar: "Cargando",
      old: "Este navegador no puede ejecutar el juego: le falta WebAssembly. Cualquier versión actual de Firefox, Chrome, Edge o Safari lo tiene.",
      folder: "Un navegador no inicia el juego desde una carpeta. Sirve la carpeta con: centricity-lab serve",
      missing: "No se pudo cargar el juego: falta {0} ({1}).",
      network: "No se pudo cargar el juego. Comprueba la conexión y vuelve a cargar la página.",
      mixture: "El juego se está reemplazando por una versión más nueva. Vuelve a cargar la página en un minuto.",
      stopped: "El juego se detuvo. Todas las rondas jugadas están guardadas: vuelve a cargar la página para continuar.",
    },
  };

  // What the player chose last time, or else what the browser asks for.
  let look = null;
  try {
    look = JSON.parse(localStorage.getItem("centricity/look.json"));
  } catch { /* no storage, or no choice yet */ }
  document.documentElement.classList.toggle("dark", typeof look?.dark === "boolean" ? look.dark : matchMedia("(prefers-color-scheme: dark)").matches);
  const language = [look?.language, ...(navigator.languages ?? [])]
    .map((tag) => String(tag ?? "").split(/[-_]/)[0].toLowerCase()).find((tag) => Object.hasOwn(texts, tag)) ?? "en";
  document.documentElement.lang = language;
  const say = (key, ...parts) => texts[language][key].replace(/\{(\d)\}/g, (_, i) => parts[i]);
  message.textContent = say("loading");
  bar.setAttribute("aria-label", say("bar"));

  function tell(text) {
    loading.hidden = false;
    bar.hidden = true;
    message.textContent = text;
    message.setAttribute("role", "alert");
  }

  // mixed tells of a program that is not this page's: somebody is replacing the
  // files. Loading again finds them all of one version, or all of another.
  function mixed() {
    try {
      const last = Number(sessionStorage.getItem("centricity:mixed"));
      sessionStorage.setItem("centricity:mixed", Date.now());
      if (Date.now() - last > 10_000) {
        return location.reload();
      }
    } catch { /* no storage: the player reloads */ }
    tell(say("mixture"));
  }

  function missing() {
    if (typeof WebAssembly !== "object" || typeof ReadableStream !== "function") {
      return say("old");
    }
    return location.protocol === "file:" ? say("folder") : "";
  }

  let fits = true; // what arrived is this page's program

  // counted passes a response on and shows how much of it has arrived.
  function counted(response) {
    const decimal = new Intl.NumberFormat(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
    const megabytes = (n) => decimal.format(n / 1e6);
    let done = 0;
    const count = new TransformStream({
      transform(chunk, controller) {
        done += chunk.byteLength;
        if (size > 0) {
          bar.value = Math.min(done / size, 1);
          message.textContent = say("of", megabytes(done), megabytes(size));
        } else {
          message.textContent = say("some", megabytes(done));
        }
        controller.enqueue(chunk);
      },
      flush(controller) {
        if (size > 0 && done !== size) {
          fits = false;
          controller.error(new Error("the program is of another version"));
        }
      },
    });
    return new Response(response.body.pipeThrough(count), { headers: { "Content-Type": "application/wasm" } });
  }

  // appear takes the cover away once the game has drawn its first picture, and
  // then keeps the page for when there is no network.
  function appear() {
    if (document.querySelector("body > canvas")) {
      requestAnimationFrame(() => requestAnimationFrame(() => {
        loading.hidden = true;
        performance.mark("centricity-shown");
        navigator.serviceWorker?.register("worker.js", { updateViaCache: "none" }).catch(() => { /* not allowed here */ });
      }));
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
      const response = await fetch(`main.wasm?${sum}`);
      if (!response.ok) {
        return tell(say("missing", "main.wasm", response.status));
      }
      program = await WebAssembly.instantiateStreaming(counted(response), go.importObject);
    } catch (e) {
      if (!fits) {
        return mixed();
      }
      console.error(e);
      return tell(say("network"));
    }
    if (scenario) {
      try {
        const response = await fetch(`scenario.yaml?${scenarioSum}`);
        if (!response.ok) {
          return tell(say("missing", "scenario.yaml", response.status));
        }
        globalThis.centricityScenario = { name: scenario, text: await response.text() };
      } catch (e) {
        console.error(e);
        return tell(say("network"));
      }
    }
    message.textContent = say("starting");
    bar.removeAttribute("value");
    appear();
    await go.run(program.instance);
    tell(say("stopped"));
  }

  if (typeof Go === "function") {
    start();
  } else { // wasm_exec.js is of another version
    mixed();
  }
})();
