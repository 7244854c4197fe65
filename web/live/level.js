/**
 * How loud a stream is, from 0 to 1, read on the screen's own beat.
 *
 * @param {MediaStream} stream
 * @param {(level: number) => void} told
 * @returns {() => void} stops listening
 */
export function listen(stream, told) {
  const context = new AudioContext();
  const source = context.createMediaStreamSource(stream);
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  source.connect(analyser);
  const wave = new Float32Array(analyser.fftSize);
  const beat = setInterval(() => {
    analyser.getFloatTimeDomainData(wave);
    let sum = 0;
    for (const value of wave) {
      sum += value * value;
    }
    // Speech at arm's length is about a tenth of full scale; the root lets whispers be seen too.
    told(Math.min(1, Math.sqrt(Math.sqrt(sum / wave.length)) * 1.6));
  }, 100);
  return () => {
    clearInterval(beat);
    source.disconnect();
    void context.close();
  };
}
