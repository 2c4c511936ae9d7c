package dev.tegami.benchmarks;

import java.util.List;
import java.util.Locale;

/** Bars on a logarithmic scale from a line at 1: to the right where we are faster, to the left where a peer is. */
final class Plot {
    private static final int ROW = 24;
    private static final int TOP = 44;
    private static final int LABEL = 430;
    private static final int FIELD = 330;
    private static final double LEAST = 0.1;
    private static final double MOST = 100;
    private static final String STYLE = """
            <style>
            text{fill:#22252b}.card{fill:#fbfaf7}.grid{stroke:#dfdcd3}.one{stroke:#22252b}.range{stroke:#22252b}
            .scale{fill:#5c626d}.faster{fill:#6f9bdc}.slower{fill:#e08d86}
            @media (prefers-color-scheme:dark){text{fill:#e6e6e6}.card{fill:#16181d}.grid{stroke:#343841}
            .one{stroke:#e6e6e6}.range{stroke:#e6e6e6}.scale{fill:#a3a9b4}.faster{fill:#3f6fb5}.slower{fill:#a8483f}}
            </style>
            """;

    private final StringBuilder svg = new StringBuilder();

    private Plot() {}

    static String of(String title, List<Ratio> ratios) {
        return new Plot().draw(title, ratios);
    }

    private String draw(String title, List<Ratio> ratios) {
        int height = TOP + 28 + ROW * ratios.size();
        int width = LABEL + FIELD + 70;
        append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" ", width, height);
        append("font-family=\"system-ui,sans-serif\" font-size=\"13\"><title>%s</title>%n", escaped(title));
        svg.append(STYLE);
        append("<rect class=\"card\" width=\"%d\" height=\"%d\" rx=\"6\"/>%n", width, height);
        append("<text x=\"12\" y=\"24\" font-weight=\"600\">%s: Tegami is … times as fast as</text>%n", escaped(title));
        append("<text class=\"scale\" x=\"%d\" y=\"24\">by the clock; lines: the range</text>%n", LABEL + 6);
        for (double mark : new double[] {0.1, 1, 10, 100}) {
            scale(mark, height);
        }
        for (int i = 0; i < ratios.size(); i++) {
            bar(ratios.get(i), TOP + ROW * i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void scale(double mark, int height) {
        double x = place(mark);
        append("<path class=\"%s\" d=\"M%.1f 36V%d\"/>", mark == 1 ? "one" : "grid", x, height - 22);
        String text = mark < 1 ? Double.toString(mark) : Long.toString(Math.round(mark));
        append("<text class=\"scale\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n", x, height - 6, text);
    }

    private void bar(Ratio ratio, int y) {
        double from = place(1);
        double to = place(ratio.clock());
        String label = ratio.peer() + ": " + ratio.work();
        append("<g><title>%s</title>", escaped(label + " (" + ratio.taken() + ")"));
        append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LABEL - 8, y + 13, escaped(label));
        append(
                "<rect class=\"%s\" x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"16\" rx=\"3\"/>",
                ratio.clock() >= 1 ? "faster" : "slower", Math.min(from, to), y, Math.max(1, Math.abs(to - from)));
        double least = place(ratio.least());
        double most = place(ratio.most());
        append("<path class=\"range\" d=\"M%.1f %dH%.1f\"/>", least, y + 8, most);
        double end = Math.max(Math.max(from, to), most);
        append("<text x=\"%.1f\" y=\"%d\">%s</text></g>%n", end + 6, y + 13, Figures.times(ratio.clock()));
    }

    /** Where a ratio stands; what is beyond the scale stands at its end, and its number tells. */
    private static double place(double ratio) {
        double bound = Math.max(LEAST, Math.min(MOST, ratio));
        return LABEL + FIELD * (Math.log(bound) - Math.log(LEAST)) / (Math.log(MOST) - Math.log(LEAST));
    }

    private void append(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
