package dev.tegami.examples.programs;

import dev.tegami.examples.cli.Exit;
import dev.tegami.examples.cli.KeyOptions;
import dev.tegami.examples.cli.Program;
import dev.tegami.examples.cli.Shown;
import dev.tegami.examples.cli.Terminal;
import dev.tegami.mime.Message;
import dev.tegami.smime.Axis;
import dev.tegami.smime.Identity;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Mark;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.Callable;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.mail.smime.SMIMESigned;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.util.Selector;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The same work by Jakarta Mail with bcjmail, and by Tegami: the code of both, and whether they agree. */
@Command(
        name = "SideBySide",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Read and sign a message with Jakarta Mail and bcjmail, and with Tegami: do they agree?")
public final class SideBySide implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final KeyOptions key;

    @Parameters(paramLabel = "FILE", description = "A message.")
    private Path file = Path.of("");

    SideBySide(Terminal terminal) {
        this.terminal = terminal;
        this.key = new KeyOptions(terminal);
    }

    /**
     * Runs the program.
     *
     * @param arguments {@code --help} tells
     */
    public static void main(String[] arguments) {
        Terminal terminal = Terminal.system();
        System.exit(Program.run(terminal, new SideBySide(terminal), arguments));
    }

    @Override
    public Integer call() throws IOException, MessagingException, GeneralSecurityException {
        byte[] octets = Files.readAllBytes(file);
        Identity author = key.identity();
        boolean same = compare("subject", subjectByJakarta(octets), subjectByTegami(octets));
        same &= compare("leaves", leavesByJakarta(octets), leavesByTegami(octets));
        byte[] signed = Message.parse(octets).with(Smime.sign(author)).toBytes();
        same &= compare("signature is right", isRightByBcjmail(signed), isRightByTegami(signed));
        return same ? Exit.DONE : Exit.NO;
    }

    private boolean compare(String what, Object jakarta, Object tegami) {
        boolean same = jakarta.equals(tegami);
        terminal.say(
                Shown.line(what + ": Jakarta Mail " + jakarta + ", Tegami " + tegami + (same ? "" : " DIFFERENT")));
        return same;
    }

    private static MimeMessage jakarta(byte[] octets) throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(octets));
    }

    private static String subjectByJakarta(byte[] octets) throws MessagingException {
        return Optional.ofNullable(jakarta(octets).getSubject()).orElse("");
    }

    private static String subjectByTegami(byte[] octets) {
        return Message.parse(octets).subject().orElse("");
    }

    private static List<String> leavesByJakarta(byte[] octets) throws MessagingException, IOException {
        List<String> types = new ArrayList<>();
        collect(jakarta(octets), types);
        return types;
    }

    private static void collect(Part part, List<String> types) throws MessagingException, IOException {
        Object content = part.getContent();
        if (content instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), types);
            }
        } else {
            types.add(new jakarta.mail.internet.ContentType(part.getContentType())
                    .getBaseType()
                    .toLowerCase(Locale.ROOT));
        }
    }

    private static List<String> leavesByTegami(byte[] octets) {
        List<String> types = new ArrayList<>();
        collect(Message.parse(octets).root(), types);
        return types;
    }

    private static void collect(dev.tegami.mime.Part part, List<String> types) {
        part.parts().forEach(inner -> collect(inner, types));
        if (part.parts().isEmpty()) {
            types.add(part.contentType().type() + "/" + part.contentType().subtype());
        }
    }

    private static boolean isRightByBcjmail(byte[] signed)
            throws MessagingException, IOException, GeneralSecurityException {
        try {
            SMIMESigned message =
                    new SMIMESigned((MimeMultipart) jakarta(signed).getContent());
            boolean right = true;
            for (SignerInformation signer : message.getSignerInfos().getSigners()) {
                @SuppressWarnings("unchecked") // a SignerId selects certificates
                Selector<X509CertificateHolder> id = signer.getSID();
                X509CertificateHolder certificate =
                        message.getCertificates().getMatches(id).iterator().next();
                right &= signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
            }
            return right;
        } catch (CMSException | OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static boolean isRightByTegami(byte[] signed) {
        return Smime.open(Message.parse(signed), Keys.none(), Trust.nobody())
                        .verdict()
                        .mark(Axis.INTEGRITY)
                == Mark.GOOD;
    }
}
