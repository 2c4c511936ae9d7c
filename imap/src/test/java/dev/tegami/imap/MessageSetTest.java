package dev.tegami.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class MessageSetTest {
    @Property(tries = 200)
    void aSetReadsBackWhatItWrites(@ForAll Set<@LongRange(min = 1, max = 300) Long> numbers) {
        UidSet set = UidSet.of(numbers.stream().mapToLong(Long::longValue).toArray());
        assertThat(UidSet.parse(set.toString())).isEqualTo(set);
        assertThat(set.stream().boxed().collect(Collectors.toSet())).isEqualTo(numbers);
        assertThat(set.size()).isEqualTo(numbers.size());
        assertThat(numbers).allMatch(set::contains);
        UidSet joined = set.pieces(30).stream().reduce(UidSet.of(), UidSet::and);
        assertThat(joined).isEqualTo(set);
        assertThat(set.pieces(44)).allMatch(piece -> piece.toString().length() <= 44);
    }

    @Test
    void numbersThatCannotBeAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> UidSet.of(0));
        assertThatIllegalArgumentException().isThrownBy(() -> UidSet.of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> SeqSet.of(1L << 40));
        assertThatIllegalArgumentException().isThrownBy(() -> UidSet.parse("1:2:3"));
        assertThatIllegalArgumentException().isThrownBy(() -> UidSet.parse("x"));
    }

    @Test
    void rangesJoin() {
        assertThat(UidSet.of(3, 1, 2, 2, 9)).hasToString("1:3,9");
        assertThat(UidSet.all()).hasToString("1:*");
    }
}
