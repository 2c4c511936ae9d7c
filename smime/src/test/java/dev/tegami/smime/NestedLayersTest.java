package dev.tegami.smime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tegami.mime.ContentType;
import dev.tegami.mime.Field;
import dev.tegami.mime.Header;
import dev.tegami.mime.Message;
import dev.tegami.mime.Part;
import dev.tegami.mime.Parts;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Layers in layers: what an outer one says of an inner one, and how deep it goes. */
class NestedLayersTest {
    private static final Signing ADA = Smime.sign(People.ADA);
    private static final Encryption BOB = Smime.encrypt(People.BOB.certificate());

    @SafeVarargs
    private static Message wrapped(UnaryOperator<Message>... layers) {
        Message message = Letters.plain();
        for (UnaryOperator<Message> each : layers) {
            message = message.with(each);
        }
        return Letters.arrived(message);
    }

    @Test
    void everyLayerMustBeGood() {
        Signing eve = Smime.sign(People.EVE);
        Judged.trusted(wrapped(ADA, BOB));
        Judged.trusted(wrapped(BOB, ADA));
        Judged.trusted(wrapped(ADA, ADA.opaque()));
        Judged.refused(wrapped(ADA, eve), Reason.Code.AUTHOR_MISMATCH);
        Judged.refused(wrapped(eve, ADA), Reason.Code.AUTHOR_MISMATCH);
        Judged.refused(wrapped(ADA, BOB, eve), Reason.Code.AUTHOR_MISMATCH);
        Judged.refused(wrapped(eve, BOB, ADA), Reason.Code.AUTHOR_MISMATCH);
        Judged.refused(wrapped(eve.opaque(), BOB, ADA.opaque()), Reason.Code.AUTHOR_MISMATCH);
    }

    @Test
    void aLayerThatStaysClosedIsNotTrustedThoughAllAroundItIs() {
        Encryption eve = Smime.encrypt(People.EVE.certificate());
        Judged.refused(wrapped(ADA, eve, ADA), Reason.Code.NO_KEY);
        Judged.refused(wrapped(ADA, eve, BOB, ADA), Reason.Code.NO_KEY);
    }

    @Test
    void eightLayersAreOpenedAndTheNinthStaysClosed() {
        Message message = Letters.plain();
        for (int i = 0; i < 8; i++) {
            message = message.with(i % 2 == 0 ? ADA : BOB);
        }
        Judged.trusted(Letters.arrived(message));
        Message nine = Letters.arrived(message.with(ADA));
        Judged.refused(nine, Reason.Code.MALFORMED);
        assertThat(Judged.open(nine).layers()).hasSize(8);
    }

    @Test
    void twentyLayersCostEight() {
        Message message = Letters.plain();
        for (int i = 0; i < 20; i++) {
            message = message.with(BOB);
        }
        CountingKey key = new CountingKey(People.BOB.key());
        Keys keys = Keys.of(Identity.of(key, People.BOB.certificate()));
        Opened opened = Smime.open(message, keys, People.WORLD.trust());
        assertThat(key.operations()).isEqualTo(8);
        assertThat(opened.layers()).hasSize(8);
        assertThat(opened.isTrusted()).isFalse();
    }

    @Test
    void ciphertextBesideTextStaysClosedUnderAGoodSignature() {
        Part sealed = wrapped(BOB).root();
        Part text = Letters.raw("Content-Type: text/plain\n\nsee below\n").root();
        Parts parts = Parts.of(ContentType.of("multipart", "mixed"), List.of(text, sealed));
        Header header = Header.of(List.of(Field.structured("From", "ada@example.org")));
        Opened opened =
                Judged.open(Letters.arrived(Message.of(Part.of(header, parts)).with(ADA)));
        assertThat(opened.isTrusted()).isTrue();
        assertThat(opened.isDecrypted()).isFalse();
        assertThat(opened.layers()).hasSize(1);
        assertThat(opened.message().root().parts().get(1).contentType().subtype())
                .isEqualTo("pkcs7-mime");
    }

    @Test
    void aMessageInAMessageIsNotALayer() {
        String inner = new String(wrapped(ADA).toBytes(), java.nio.charset.StandardCharsets.UTF_8);
        Message forwarded = Message.parse(("From: ada@example.org\r\nContent-Type: message/rfc822\r\n\r\n" + inner)
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Opened opened = Judged.open(forwarded);
        assertThat(opened.layers()).isEmpty();
        assertThat(opened.isTrusted()).isFalse();
        assertThat(opened.verdict().coverage()).isNotEqualTo(Coverage.WHOLE);
    }

    @Test
    void aLayerAroundTheSameLayerTwiceIsTwoLayers() {
        Opened opened = Judged.open(wrapped(ADA, BOB, ADA));
        assertThat(opened.layers()).hasSize(3);
        assertThat(opened.signers()).hasSize(2);
        assertThat(opened.isTrusted()).isTrue();
    }
}
