package dev.tegami.imap;

import dev.tegami.testkit.Replay;
import dev.tegami.testkit.Transcript;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every tour with every brand, as captured: whole, octet by octet, cut at every octet, and over sockets. */
class TourTest {
    private static final Set<FurtherTour> FURTHER =
            EnumSet.complementOf(EnumSet.of(FurtherTour.ADMINISTRATION_IN_ASCII));

    static Stream<Arguments> tours() {
        return Stream.concat(
                Stream.of("cyrus36", "cyrus310", "greenmail", "james")
                        .flatMap(brand -> Stream.of(Tour.values()).map(tour -> Arguments.of(brand, tour))),
                Stream.concat(
                        Stream.of("cyrus36", "cyrus310", "dovecot24")
                                .flatMap(brand -> FURTHER.stream().map(tour -> Arguments.of(brand, tour))),
                        EnumSet.complementOf(EnumSet.of(FurtherTour.ADMINISTRATION, FurtherTour.WRITING)).stream()
                                .map(tour -> Arguments.of("james", tour))));
    }

    @ParameterizedTest
    @MethodSource("tours")
    void aBrandAnswersAsItDid(String brand, Walk tour) throws Exception {
        Replay replay = Replay.of(Transcript.resource(Tour.class, tour.file(brand)), Sessions.IMAP)
                .options(options -> options.credentials(Capture.login(brand, "alice", "wonderland")));
        Replay.Client client = wire -> {
            try (ImapSession imap = Sessions.over(wire)) {
                tour.walk(imap);
            }
        };
        replay.whole(client);
        replay.byteByByte(client);
        replay.cutAtEveryByte(client);
        replay.overSockets(client);
    }
}
