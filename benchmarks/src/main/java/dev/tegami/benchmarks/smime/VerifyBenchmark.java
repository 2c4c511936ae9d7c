package dev.tegami.benchmarks.smime;

import dev.tegami.mime.Message;
import dev.tegami.smime.Axis;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Mark;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import dev.tegami.testkit.TestPki;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Properties;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.mail.smime.SMIMESigned;
import org.bouncycastle.operator.OperatorCreationException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A signed letter of 10 KB parsed and verified. Ours also builds and checks the path of certificates; the peer does not. */
@State(Scope.Benchmark)
public class VerifyBenchmark {
    private final byte[] letter =
            Signed.letter().with(Smime.sign(Signed.IDENTITY)).toBytes();
    private final Trust trust = Trust.of(TestPki.shared().authority().certificate());
    private final Session session = Session.getInstance(new Properties());

    /** Ours. */
    @Benchmark
    public boolean tegami() {
        return checked(
                Smime.open(Message.parse(letter), Keys.none(), trust).verdict().mark(Axis.INTEGRITY) == Mark.GOOD);
    }

    /** Bouncy Castle's own, over Angus Mail. */
    @Benchmark
    public boolean bcjmail() throws MessagingException, IOException, CMSException, OperatorCreationException {
        MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(letter));
        SMIMESigned signed = new SMIMESigned((MimeMultipart) message.getContent());
        SignerInformation signer =
                signed.getSignerInfos().getSigners().iterator().next();
        return checked(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(Signed.ADA.certificate())));
    }

    private static boolean checked(boolean good) {
        if (!good) {
            throw new IllegalStateException("the signature is good, and was not found so");
        }
        return true;
    }
}
