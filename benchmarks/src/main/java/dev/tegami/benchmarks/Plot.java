package dev.tegami.benchmarks;

import java.util.List;
import java.util.Locale;

/** Bars on a logarithmic scale from a line at 1: to the right where we are faster, to the left where a peer is. */
final class Plot {
    private static final int ROW = 26;
    private static final int LABEL = 330;
    private static final int FIELD = 420;
    private static final double LEAST = 0.1;
    private static final double MOST = 100;

    private final StringBuilder svg = new StringBuilder();

    private Plot() {}

    static String of(String subject, List<Ratio> ratios) {
        return new Plot().draw(subject, ratios);
    }

    private String draw(String subject, List<Ratio> ratios) {
        int height = 64 + ROW * ratios.size();
        int width = LABEL + FIELD + 70;
        append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" ", width, height);
        append("font-family=\"system-ui,sans-serif\" font-size=\"13\"><title>%s</title>", escaped(subject));
        append("<rect width=\"%d\" height=\"%d\" fill=\"#fbfaf7\"/>", width, height);
        append("<text x=\"12\" y=\"24\" font-weight=\"600\">%s: times as fast as a peer</text>", escaped(subject));
        for (double mark : new double[] {0.1, 1, 10, 100}) {
            double x = place(mark);
            append("<path d=\"M%.1f 36V%d\" stroke=\"%s\"/>", x, height - 22, mark == 1 ? "#22252b" : "#dfdcd3");
            append(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" fill=\"#666c78\">%s</text>",
                    x, height - 6, Report.times(mark).replaceAll("\\.?0+$", ""));
        }
        for (int i = 0; i < ratios.size(); i++) {
            bar(ratios.get(i), 44 + ROW * i);
        }
        return svg.append("</svg>\n").toString();
    }

    private void bar(Ratio ratio, int y) {
        double from = place(1);
        double to = place(ratio.wall());
        String label = ratio.work() + " / " + ratio.peer();
        append("<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LABEL - 10, y + 14, escaped(label));
        append(
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"18\" rx=\"3\" fill=\"%s\"/>",
                Math.min(from, to), y, Math.max(1, Math.abs(to - from)), ratio.wall() >= 1 ? "#2457a6" : "#b3261e");
        append("<text x=\"%.1f\" y=\"%d\">%s</text>", Math.max(from, to) + 6, y + 14, Report.times(ratio.wall()));
    }

    /** Where a ratio stands; what is beyond the scale stands at its end, and its number tells. */
    private static double place(double ratio) {
        double bound = Math.max(LEAST, Math.min(MOST, ratio));
        return LABEL + FIELD * (Math.log(bound) - Math.log(LEAST)) / (Math.log(MOST) - Math.log(LEAST));
    }

    private void append(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
