package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The four people of RFC 9216, each with a key to sign and another one to read: two under an RSA authority, two under an
 * Ed25519 one, and each authority vouches for the other.
 */
class Rfc9216Test {
    private enum Person {
        ALICE(4, 3),
        BOB(5, 3),
        CARLOS(7, 6),
        DANA(8, 6);

        private final int section;
        private final int root;

        Person(int section, int root) {
            this.section = section;
            this.root = root;
        }

        String address() {
            return name().toLowerCase(Locale.ROOT) + "@smime.example";
        }

        Identity signing() throws IOException {
            return Identity.fromPem(file(section + ".2-"), file(section + ".1-"));
        }

        Identity reading() throws IOException {
            return Identity.fromPem(file(section + ".4-"), file(section + ".3-"));
        }

        X509Certificate authority() throws IOException {
            return certificate(root + ".1-");
        }

        /** The other authority, and its word for this one. */
        Trust byTheOther() throws IOException {
            return Trust.of(certificate(9 - root + ".1-")).knowing(certificate(root + ".3-"));
        }
    }

    private static Path file(String start) throws IOException {
        try (Stream<Path> all = Files.list(Corpora.file("rfc9216"))) {
            return all.filter(each -> String.valueOf(each.getFileName()).startsWith(start))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static X509Certificate certificate(String start) throws IOException {
        return Corpora.certificate("rfc9216/" + file(start).getFileName());
    }

    private static Message letter(Person from) {
        return Message.compose()
                .from(from.address())
                .to("everyone@smime.example")
                .text("in four copies")
                .build();
    }

    @ParameterizedTest
    @EnumSource
    void everyoneIsTrustedByEitherAuthority(Person person) throws IOException {
        Message signed = Letters.arrived(letter(person).with(Smime.sign(person.signing())));
        for (Trust trust : List.of(Trust.of(person.authority()), person.byTheOther())) {
            Opened opened = Smime.open(signed, Keys.none(), trust, Judged.POLICY);
            assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
        }
        Trust other = Trust.of(certificate(9 - person.root + ".1-"));
        assertThat(Smime.open(signed, Keys.none(), other, Judged.POLICY)
                        .verdict()
                        .has(Reason.Code.NO_PATH))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void everyoneReadsWhatAnyoneSends(Person sender) throws IOException {
        List<X509Certificate> readers = new ArrayList<>();
        for (Person each : Person.values()) {
            readers.add(each.reading().certificate());
        }
        Message sealed = Letters.arrived(letter(sender)
                .with(Smime.sign(sender.signing()))
                .with(Smime.encrypt(readers.toArray(X509Certificate[]::new))));
        for (Person reader : Person.values()) {
            Opened opened = Smime.open(sealed, Keys.of(reader.reading()), Trust.of(sender.authority()), Judged.POLICY);
            assertThat(opened.isTrusted()).as(opened.verdict().toString()).isTrue();
            assertThat(opened.message().text().orElseThrow()).contains("in four copies");
        }
    }
}
