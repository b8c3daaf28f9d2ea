/** Whether the machine's own order of bytes is the one of the formats; then rows of numbers are taken as they are. */
export const isLittle = /* @__PURE__ */ (() => new Uint8Array(Uint16Array.of(1).buffer)[0] === 1)();
