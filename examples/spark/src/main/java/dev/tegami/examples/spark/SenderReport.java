package dev.tegami.examples.spark;

import dev.tegami.smime.Policy;
import dev.tegami.smime.Trust;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import scala.Tuple2;

/** Who wrote how many messages of an archive, and how many of them are signed, trusted or damaged. */
@Command(
        name = "SenderReport",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Judge every message of a large archive on Apache Spark: a line per sender, the busiest first.")
public final class SenderReport implements Callable<Integer> {
    private final PrintWriter out;

    @Option(names = "--ca", paramLabel = "FILE", description = "Authorities to believe, in PEM or DER.")
    private List<Path> authorities = new ArrayList<>();

    @Option(
            names = "--without-revocation",
            description = "Trust also where nothing tells whether a certificate was revoked.")
    private boolean withoutRevocation;

    @Option(names = "--master", description = "Spark's master; all cores of this machine by default.")
    private String master = "local[*]";

    @Option(names = "--slice", paramLabel = "BYTES", description = "How much one task reads; 64 MiB by default.")
    private long slice = 64L << 20;

    @Parameters(paramLabel = "ARCHIVE", description = "An mbox, or a directory of mboxes and .eml files.")
    private Path archive = Path.of("");

    SenderReport(PrintWriter out) {
        this.out = out;
    }

    /**
     * Runs the program.
     *
     * @param arguments {@code --help} tells
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        System.exit(new CommandLine(new SenderReport(out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        List<X509Certificate> anchors = new ArrayList<>();
        for (Path file : authorities) {
            anchors.addAll(Trust.pem(file).anchors());
        }
        Policy.Revocation revocation = withoutRevocation
                ? Policy.Revocation.WHEN_KNOWN
                : Policy.standard().revocation();
        SparkConf configuration =
                new SparkConf().setAppName("senders").setMaster(master).set("spark.ui.enabled", "false");
        try (JavaSparkContext spark = new JavaSparkContext(configuration)) {
            List<Slice> slices = Slice.of(archive, Math.max(1, slice));
            List<Tuple2<String, Tally>> sums = spark.parallelize(slices, Math.max(1, slices.size()))
                    .flatMapToPair(new Judge(anchors, revocation))
                    .reduceByKey(Tally::plus)
                    .collect();
            print(new ArrayList<>(sums));
        }
        return 0;
    }

    private void print(List<Tuple2<String, Tally>> sums) {
        sums.sort(Comparator.comparing((Tuple2<String, Tally> sum) -> -sum._2().messages())
                .thenComparing(Tuple2::_1));
        out.println("sender\tmessages\tsigned\ttrusted\tdamaged\tnot read");
        sums.forEach(sum -> out.println(sum._2().row(sum._1())));
    }
}
