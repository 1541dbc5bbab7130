export type Points = [at: number[], ...values: (number | null)[][]];

/** Where two samples are further apart than `gapSeconds`, the line is broken: nothing was measured there, and nothing is drawn. */
export function breakGaps(points: Points, gapSeconds: number): Points {
    const [at, ...series] = points;
    const outAt: number[] = [];
    const out: (number | null)[][] = series.map(() => []);
    at.forEach((second, index) => {
        const before = at[index - 1];
        if (before !== undefined && second - before > gapSeconds) {
            outAt.push(before + (second - before) / 2);
            out.forEach((values) => values.push(null));
        }
        outAt.push(second);
        out.forEach((values, which) => values.push(series[which]?.[index] ?? null));
    });
    return [outAt, ...out];
}

/** A gap is what is clearly longer than the usual distance of two samples. */
export function usualGap(at: readonly number[]): number {
    const distances = at
        .slice(1)
        .map((second, index) => second - (at[index] ?? second))
        .sort((a, b) => a - b);
    return Math.max(30, (distances[Math.floor(distances.length / 2)] ?? 0) * 3);
}
