package dev.tegami.smime.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RetainedTest {
    @Property(tries = 300)
    void whateverSizeIsPromisedAllIsReadAndKeptUpToTheBound(
            @ForAll @IntRange(max = 70_000) int length,
            @ForAll @IntRange(min = -1, max = 70_000) int promised,
            @ForAll @IntRange(min = 1, max = 70_000) int most)
            throws IOException {
        byte[] octets = new byte[length];
        new Random(length).nextBytes(octets);
        Retained retained = new Retained(promised, most);
        ByteArrayOutputStream seen = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(octets);
        for (int n = retained.read(in); n >= 0; n = retained.read(in)) {
            seen.write(retained.piece(), retained.start(), n);
        }
        assertThat(seen.toByteArray()).isEqualTo(octets);
        assertThat(retained.size()).isEqualTo(length);
        assertThat(retained.isWhole()).isEqualTo(length <= most && promised <= most);
        if (retained.isWhole()) {
            assertThat(retained.toArray()).isEqualTo(octets);
        }
    }
}
