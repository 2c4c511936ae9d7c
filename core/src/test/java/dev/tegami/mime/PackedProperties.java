package dev.tegami.mime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Formats beside MIME: what was packed is unpacked, and no damage makes an exception. */
class PackedProperties {
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abc XYZ.-_()äß議")
                .ofMinLength(1)
                .ofMaxLength(60)
                .map(name -> "f" + name.trim());
    }

    @Provide
    Arbitrary<List<String>> lists() {
        return names().list().ofMaxSize(5);
    }

    @Property(tries = 200)
    void filesAndTextsInTnefAreReadAsTheyWere(
            @ForAll("lists") List<String> names, @ForAll byte[] data, @ForAll("names") String subject)
            throws IOException {
        TnefWriter writer = new TnefWriter()
                .message(new TnefWriter.List().text(0x0037, subject).text(0x1000, subject));
        for (String name : names) {
            writer.attachment(new TnefWriter.List().text(0x3707, name).value(TnefWriter.OCTETS, 0x3701, data));
        }
        Tnef tnef = Tnef.read(Source.of(writer.octets()), Limits.standard());
        assertThat(tnef.findings()).isEmpty();
        Message message = Message.parse(tnef.message().toBytes());
        assertThat(message.subject()).contains(subject);
        assertThat(message.text()).contains(subject);
        List<Part> files = message.root().parts().stream()
                .filter(part -> part.disposition().isPresent())
                .toList();
        assertThat(files).extracting(part -> part.fileName().orElse("")).isEqualTo(names);
        assertThat(files)
                .allMatch(
                        part -> Arrays.equals(data, part.content().orElseThrow().bytes()));
    }

    @Property(tries = 500)
    void damagedTnefIsReadAllTheSame(
            @ForAll @IntRange(max = 5000) int place, @ForAll byte octet, @ForAll @IntRange(max = 5000) int length)
            throws IOException {
        byte[] stream = new TnefWriter()
                .message(new TnefWriter.List()
                        .text(0x0037, "subject")
                        .named("name", 3)
                        .number(0x3FDE, 65001))
                .file("a.txt", new byte[40])
                .attachment(new TnefWriter.List().text(0x3707, "b").value(TnefWriter.OBJECT, 0x3701, new byte[30]))
                .octets();
        stream[place % stream.length] = octet;
        byte[] cut = Arrays.copyOf(stream, Math.max(1, stream.length - length % stream.length));
        Tnef tnef = Tnef.read(Source.of(cut), Limits.standard());
        assertThat(Message.parse(tnef.message().toBytes()).root().header()).isNotNull();
    }
}
