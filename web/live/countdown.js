// Counts down to a session's start on pages that also work without it.

/** @param {Element} element */
function draw(element) {
  if (!(element instanceof HTMLElement)) return;
  const { countdown, soon, one, begun } = element.dataset;
  const minutes = Math.ceil((Number(countdown) - Date.now()) / 60_000);
  if (minutes <= 0) element.textContent = begun ?? '';
  else if (minutes === 1) element.textContent = one ?? '';
  else if (minutes < 240) element.textContent = (soon ?? '').replace('{0}', String(minutes));
}

/** Redraw every countdown of the page. */
function drawAll() {
  document.querySelectorAll('[data-countdown]').forEach(draw);
}

drawAll();
setInterval(drawAll, 10_000);
