/** Makes the sounds of steps. They're synthesised, so no file is loaded. */
import type { PlayerStore } from '../player/player.ts';
import { mayFollow, type Sound, soundBetween } from '../player/sounds.ts';

/** A tone. Times in seconds from the sound's start, pitch in hertz. */
interface Tone {
  readonly hz: number;
  /** Target pitch of a glide. */
  readonly toHz?: number;
  readonly at: number;
  readonly lasts: number;
  readonly volume: number;
}

const tones: Record<Sound, readonly Tone[]> = {
  tick: [{ hz: 740, at: 0, lasts: 0.07, volume: 0.1 }],
  break: [
    { hz: 210, toHz: 55, at: 0, lasts: 0.4, volume: 0.25 },
    { hz: 331, toHz: 62, at: 0.02, lasts: 0.3, volume: 0.12 },
  ],
  // C major, arpeggiated; and two tones a step down.
  settled: [523.25, 659.26, 783.99].map((hz, index) => ({ hz, at: index * 0.06, lasts: 0.6, volume: 0.09 })),
  refused: [349.23, 311.13].map((hz, index) => ({ hz, at: index * 0.13, lasts: 0.3, volume: 0.13 })),
};

const NOISE_SECONDS = 0.18;
const ATTACK_SECONDS = 0.008;
/** A sound fades out within this time when the next one starts, so that sounds never pile up. */
const RELEASE_SECONDS = 0.03;
const SILENCE = 0.0001;

/** @returns Stops, and releases the audio device. */
export function startSounds(player: PlayerStore): () => void {
  const synthesizer = new Synthesizer();
  let lastAtMs = Number.NEGATIVE_INFINITY;
  const unsubscribe = player.subscribe((state, before) => {
    const sound = soundBetween(before, state);
    const nowMs = performance.now();
    if (sound === null || !mayFollow(sound, nowMs - lastAtMs)) return;
    lastAtMs = nowMs;
    synthesizer.play(sound);
  });
  return () => {
    unsubscribe();
    synthesizer.close();
  };
}

class Synthesizer {
  #context: AudioContext | null = null;
  #voice: GainNode | null = null;

  play(sound: Sound): void {
    this.#context ??= new AudioContext();
    const context = this.#context;
    // Browsers mute a page until the first interaction. Missed sounds aren't replayed.
    if (context.state !== 'running') {
      context.resume().catch(() => {});
      if (!navigator.userActivation?.hasBeenActive) return;
    }
    this.#release(context);
    const voice = context.createGain();
    voice.connect(context.destination);
    this.#voice = voice;
    for (const tone of tones[sound]) addTone(context, voice, tone);
    if (sound === 'break') addNoise(context, voice);
  }

  close(): void {
    this.#context?.close().catch(() => {});
  }

  #release({ currentTime }: AudioContext): void {
    this.#voice?.gain.setTargetAtTime(0, currentTime, RELEASE_SECONDS / 3);
  }
}

function addTone(context: AudioContext, voice: AudioNode, { hz, toHz, at, lasts, volume }: Tone): void {
  const begins = context.currentTime + at;
  const oscillator = new OscillatorNode(context, { type: 'triangle', frequency: hz });
  if (toHz !== undefined) {
    oscillator.frequency.setValueAtTime(hz, begins);
    oscillator.frequency.exponentialRampToValueAtTime(toHz, begins + lasts);
  }
  oscillator.connect(envelope(context, voice, { begins, lasts, volume }));
  oscillator.start(begins);
  oscillator.stop(begins + lasts);
}

/** A cracking noise. */
function addNoise(context: AudioContext, voice: AudioNode): void {
  const buffer = context.createBuffer(1, context.sampleRate * NOISE_SECONDS, context.sampleRate);
  const samples = buffer.getChannelData(0);
  for (let index = 0; index < samples.length; index += 1) samples[index] = 2 * Math.random() - 1;
  const source = new AudioBufferSourceNode(context, { buffer });
  const filter = new BiquadFilterNode(context, { type: 'bandpass', frequency: 1_400, Q: 0.8 });
  const begins = context.currentTime;
  source.connect(filter).connect(envelope(context, voice, { begins, lasts: NOISE_SECONDS, volume: 0.16 }));
  source.start(begins);
}

interface Shape {
  readonly begins: number;
  readonly lasts: number;
  readonly volume: number;
}

/** Instant attack, then decay. */
function envelope(context: AudioContext, voice: AudioNode, { begins, lasts, volume }: Shape): GainNode {
  const gain = new GainNode(context, { gain: 0 });
  gain.gain.setValueAtTime(SILENCE, begins);
  gain.gain.exponentialRampToValueAtTime(volume, begins + ATTACK_SECONDS);
  gain.gain.exponentialRampToValueAtTime(SILENCE, begins + lasts);
  gain.connect(voice);
  return gain;
}
