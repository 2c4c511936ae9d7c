package dev.tegami.benchmarks.smime;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.GeneralSecurityException;
import java.security.Security;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * Signing, verifying, encrypting and decrypting a letter of 10 MB or 10 kB, beside Bouncy Castle's S/MIME for Jakarta
 * Mail and beside what the primitives alone need. Paths of certificates are built by nobody.
 */
@State(Scope.Benchmark)
public class SmimeBenchmark {
    private static final long WARM_NANOS = 4_000_000_000L;

    @Param
    public Work work = Work.SIGN_10MB_RSA;

    private Letter letter;

    @Setup
    public void letter() throws GeneralSecurityException {
        letter = Letter.of(work);
    }

    /** The JIT warms up by the work done; on a busy machine the clock of the harness says little about that. */
    private <S extends Suite> S warm(S suite) throws GeneralSecurityException, IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long enough = threads.getCurrentThreadCpuTime() + WARM_NANOS;
        while (threads.getCurrentThreadCpuTime() < enough) {
            work.of(suite);
        }
        return suite;
    }

    /** Who does the work; made once for each process. */
    @State(Scope.Benchmark)
    public static class Ours {
        private TegamiSuite suite;

        @Setup
        public void make(SmimeBenchmark benchmark) throws GeneralSecurityException, IOException {
            suite = benchmark.warm(new TegamiSuite(benchmark.letter));
        }
    }

    /** Ours. */
    @Benchmark
    public long tegami(Ours ours) throws GeneralSecurityException, IOException {
        return work.of(ours.suite);
    }

    /** The peer with its own provider. */
    @State(Scope.Benchmark)
    public static class BcjmailOverBc {
        private BcjmailSuite suite;

        @Setup
        public void make(SmimeBenchmark benchmark) throws GeneralSecurityException, IOException {
            suite = benchmark.warm(new BcjmailSuite(benchmark.letter, new BouncyCastleProvider()));
        }
    }

    /** Bouncy Castle's own, with its own provider, as its documentation shows it. */
    @Benchmark
    public long bcjmailBc(BcjmailOverBc peer) throws GeneralSecurityException, IOException {
        return work.of(peer.suite);
    }

    /** The peer with the providers of the JDK. */
    @State(Scope.Benchmark)
    public static class BcjmailOverJdk {
        private BcjmailSuite suite;

        @Setup
        public void make(SmimeBenchmark benchmark) throws GeneralSecurityException, IOException {
            // last, so that the JDK's come first: without it nobody reads the parameters of GCM
            Security.addProvider(new BouncyCastleProvider());
            suite = benchmark.warm(new BcjmailSuite(benchmark.letter, null));
        }
    }

    /** Bouncy Castle's own, with the JDK's providers. */
    @Benchmark
    public long bcjmailJdk(BcjmailOverJdk peer) throws GeneralSecurityException, IOException {
        return work.of(peer.suite);
    }

    /** The primitives. */
    @State(Scope.Benchmark)
    public static class Primitives {
        private PrimitiveSuite alone;
        private PrimitiveSuite encoded;

        @Setup
        public void make(SmimeBenchmark benchmark) throws GeneralSecurityException, IOException {
            alone = benchmark.warm(new PrimitiveSuite(benchmark.letter, PrimitiveSuite.Base.NONE));
            encoded = benchmark.warm(new PrimitiveSuite(benchmark.letter, PrimitiveSuite.Base.BASE64));
        }
    }

    /** The fastest primitives of the JCA alone. */
    @Benchmark
    public long primitives(Primitives limit) throws GeneralSecurityException, IOException {
        return work.of(limit.alone);
    }

    /** The fastest primitives of the JCA and one pass of base64. */
    @Benchmark
    public long base64(Primitives limit) throws GeneralSecurityException, IOException {
        return work.of(limit.encoded);
    }
}
