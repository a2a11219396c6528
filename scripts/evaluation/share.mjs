/** Of nothing, nothing. */
export const share = (some, all) => all === 0 ? 0 : some / all;

export const mean = numbers => share(numbers.reduce((sum, number) => sum + number, 0), numbers.length);
