package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No content ends the part it stands in, whoever chose the boundary. */
class BoundaryCollisionTest {
    private static final ContentType MINE = ContentType.of("multipart", "mixed").with("boundary", "mine");

    private static Part text(String text) {
        return Message.compose().from("ada@example.org").text(text).build().root();
    }

    private static Draft seeded() {
        return Message.compose()
                .from("ada@example.org")
                .date(Instant.EPOCH.atOffset(ZoneOffset.UTC))
                .text("one")
                .attach("a.bin", new byte[10])
                .deterministic(7);
    }

    private static byte[] octets(Part enclosing) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        enclosing.rawBody().writeTo(out);
        return out.toByteArray();
    }

    @Test
    void aMessageOfTheSameSeedIsAttachedWhole() throws IOException {
        Message inner = seeded().build();
        Message outer = seeded().attach(inner).build();
        Message read = Message.parse(outer.toBytes());
        assertThat(read.findings()).isEmpty();
        assertThat(read.root().parts()).hasSize(3);
        assertThat(octets(read.root().parts().get(2))).isEqualTo(inner.toBytes());
        assertThat(seeded().attach(inner).build().toBytes()).isEqualTo(outer.toBytes());
    }

    @Test
    void aMessageIsAttachedToItself() throws IOException {
        Message first = Message.parse(seeded().build().toBytes());
        Message both = Message.parse(first.edit().attach(first).build().toBytes());
        assertThat(both.findings()).isEmpty();
        assertThat(both.root().parts()).hasSize(2);
        assertThat(octets(both.root().parts().get(1))).isEqualTo(first.toBytes());
    }

    @Test
    void aBoundaryOfTheCallersThatStandsInAPartIsRefused() {
        List<Part> parts = List.of(text("before\r\n--mine\r\nbehind"));
        assertThatThrownBy(() -> Parts.of(MINE, parts))
                .isInstanceOf(MimeException.class)
                .hasMessageContaining("holds the boundary");
        assertThatThrownBy(() -> Parts.of(MINE, List.of(text("first"))).plus(parts.get(0)))
                .isInstanceOf(MimeException.class);
        Part good = text("first");
        assertThatThrownBy(() -> Parts.of(MINE, List.of(good)).replace(good, parts.get(0)))
                .isInstanceOf(MimeException.class);
    }

    @Test
    void whatOnlyLooksLikeItIsTaken() {
        Parts parts = Parts.of(MINE, List.of(text("a --mine\r\n-mine\r\n-\n-mine\r\n--min\r\ne")));
        Part root = Part.of(Header.empty(), parts);
        assertThat(Message.parse(Message.of(root).toBytes()).root().parts()).hasSize(1);
    }
}
