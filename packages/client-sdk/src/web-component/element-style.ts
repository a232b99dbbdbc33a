/** The look of the element. Pages change it by custom properties and parts. */
export const elementStyle = `
:host {
  display: block;
  max-width: 40rem;
  border-radius: var(--signify-radius, 0.75rem);
  overflow: hidden;
  background: var(--signify-background, light-dark(#ffffff, #10201f));
  color: var(--signify-text, light-dark(#10201f, #f2f7f6));
  border: 1px solid var(--signify-border, light-dark(#b9c7c5, #3d504e));
  font: 1.125rem/1.4 var(--signify-font, system-ui, sans-serif);
}
:host([hidden]) { display: none }
.picture { position: relative; aspect-ratio: 4 / 3; background: #0b1514 }
video, canvas { position: absolute; inset: 0; width: 100%; height: 100%; object-fit: cover }
.picture:not([data-on]) :is(video, canvas) { display: none }
.letter {
  position: absolute; inset-block-start: 0.75rem; inset-inline-start: 0.75rem;
  min-inline-size: 1.5em; padding-inline: 0.25em; box-sizing: border-box; text-align: center;
  font-size: clamp(2rem, 14cqi, 4.5rem); font-weight: 700; line-height: 1.25;
  color: #ffffff; background: rgb(11 21 20 / 75%); border-radius: 0.2em;
  border: 3px solid transparent;
}
.letter:empty { display: none }
.letter[data-verdict="shown"] { border-color: var(--signify-shown, #63d4bd) }
.letter[data-verdict="almost"] { border-color: var(--signify-almost, #ffb347); border-style: dashed }
.picture { container-type: inline-size }
.foot { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; justify-content: space-between; padding: 0.75rem 1rem }
.words { margin: 0; flex: 1 1 14rem; min-block-size: 1.4em }
.bar { block-size: 0.5rem; background: light-dark(#dfe8e6, #2a3b39) }
.bar > div { block-size: 100%; inline-size: 100%; transform-origin: left; transform: scaleX(0); background: var(--signify-accent, light-dark(#0b7a66, #63d4bd)) }
.bar[hidden] { display: none }
button {
  font: inherit; font-weight: 600; padding: 0.5rem 1rem; min-block-size: 2.75rem; cursor: pointer;
  color: var(--signify-button-text, light-dark(#ffffff, #06231e));
  background: var(--signify-accent, light-dark(#0b7a66, #63d4bd));
  border: 2px solid transparent; border-radius: 0.5rem;
}
button:focus-visible { outline: 3px solid light-dark(#10201f, #ffffff); outline-offset: 2px }
@media (prefers-reduced-motion: no-preference) { .bar > div { transition: transform 0.2s linear } }
@media (forced-colors: active) { .letter { border-color: CanvasText } .bar { border: 1px solid CanvasText } .bar > div { background: Highlight } }
`;
