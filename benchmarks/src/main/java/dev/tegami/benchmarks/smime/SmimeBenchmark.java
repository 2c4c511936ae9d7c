package dev.tegami.benchmarks.smime;

import java.io.IOException;
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
    @Param
    public Work work = Work.SIGN_10MB_RSA;

    private Letter letter;

    @Setup
    public void letter() throws GeneralSecurityException {
        letter = Letter.of(work);
    }

    /** Who does the work; made once for each process. */
    @State(Scope.Benchmark)
    public static class Ours {
        private TegamiSuite suite;

        @Setup
        public void make(SmimeBenchmark benchmark) {
            suite = new TegamiSuite(benchmark.letter);
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
        public void make(SmimeBenchmark benchmark) throws GeneralSecurityException {
            suite = new BcjmailSuite(benchmark.letter, new BouncyCastleProvider());
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
        public void make(SmimeBenchmark benchmark) throws GeneralSecurityException {
            // last, so that the JDK's come first: without it nobody reads the parameters of GCM
            Security.addProvider(new BouncyCastleProvider());
            suite = new BcjmailSuite(benchmark.letter, null);
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
        public void make(SmimeBenchmark benchmark) throws GeneralSecurityException {
            alone = new PrimitiveSuite(benchmark.letter, PrimitiveSuite.Base.NONE);
            encoded = new PrimitiveSuite(benchmark.letter, PrimitiveSuite.Base.BASE64);
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
