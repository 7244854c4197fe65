/**
 * Keep the screen awake while the page is open: a board that falls asleep takes the class's door
 * with it. The browser lets go whenever the page is hidden, so it is asked again each time.
 */
export function stayAwake() {
  /** @type {WakeLockSentinel | null} */
  let lock = null;
  const take = async () => {
    if (document.visibilityState !== 'visible' || (lock !== null && !lock.released)) {
      return;
    }
    try {
      lock = await navigator.wakeLock.request('screen');
    } catch {
      // Not every browser can, and a low battery may refuse: the page works without it.
      lock = null;
    }
  };
  document.addEventListener('visibilitychange', take);
  void take();
}
