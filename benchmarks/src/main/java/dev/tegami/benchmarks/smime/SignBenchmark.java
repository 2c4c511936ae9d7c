package dev.tegami.benchmarks.smime;

import dev.tegami.mime.Message;
import dev.tegami.smime.Smime;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.util.List;
import java.util.Properties;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.mail.smime.SMIMEException;
import org.bouncycastle.mail.smime.SMIMESignedGenerator;
import org.bouncycastle.operator.OperatorCreationException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A letter of 10 KB signed with RSA and SHA-256, and written. */
@State(Scope.Benchmark)
public class SignBenchmark {
    private final Message letter = Signed.letter();
    private final Session session = Session.getInstance(new Properties());

    /** Ours. */
    @Benchmark
    public int tegami() {
        return letter.with(Smime.sign(Signed.IDENTITY)).toBytes().length;
    }

    /** Bouncy Castle's own, over Angus Mail, with the algorithms of the JDK, where they are fastest. */
    @Benchmark
    public int bcjmail()
            throws MessagingException, IOException, SMIMEException, OperatorCreationException,
                    CertificateEncodingException {
        SMIMESignedGenerator generator = new SMIMESignedGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .build("SHA256withRSA", Signed.ADA.key(), Signed.ADA.certificate()));
        generator.addCertificates(new JcaCertStore(List.of(Signed.ADA.certificate())));
        MimeBodyPart part = new MimeBodyPart();
        part.setText(letter.text().orElseThrow(), "UTF-8");
        MimeMessage message = new MimeMessage(session);
        message.setFrom("ada@example.org");
        message.setSubject("Ten kilobytes");
        message.setContent(generator.generate(part));
        message.saveChanges();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.size();
    }
}
