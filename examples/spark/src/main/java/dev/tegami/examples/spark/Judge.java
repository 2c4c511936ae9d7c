package dev.tegami.examples.spark;

import dev.tegami.mime.Address;
import dev.tegami.mime.Mailbox;
import dev.tegami.mime.Message;
import dev.tegami.smime.Keys;
import dev.tegami.smime.Opened;
import dev.tegami.smime.Policy;
import dev.tegami.smime.Smime;
import dev.tegami.smime.Trust;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.function.PairFlatMapFunction;
import scala.Tuple2;

/**
 * Judges the messages of a slice and sums them up by sender. What travels between processes is where the messages are,
 * whom to trust, and the sums; messages themselves stay where they are read.
 */
final class Judge implements PairFlatMapFunction<Slice, String, Tally> {
    private static final long serialVersionUID = 1;

    private final X509Certificate[] authorities;
    private final Policy.Revocation revocation;

    Judge(List<X509Certificate> authorities, Policy.Revocation revocation) {
        this.authorities = authorities.toArray(X509Certificate[]::new);
        this.revocation = revocation;
    }

    @Override
    public Iterator<Tuple2<String, Tally>> call(Slice slice) throws IOException {
        Trust trust = Trust.of(authorities);
        Policy policy = Policy.standard().revocation(revocation);
        Map<String, Tally> sums = new HashMap<>();
        slice.read(
                message -> {
                    Opened opened = Smime.open(message, Keys.none(), trust, policy);
                    boolean isDamaged = !message.findings().isEmpty();
                    sums.merge(sender(message), Tally.of(opened, isDamaged), Tally::plus);
                },
                failure -> sums.merge("?", Tally.FAILURE, Tally::plus));
        return sums.entrySet().stream()
                .map(sum -> new Tuple2<>(sum.getKey(), sum.getValue()))
                .iterator();
    }

    /** Whoever stands first in From; the local part is the sender's own business, the domain knows no case. */
    private static String sender(Message message) {
        for (Address address : message.from()) {
            if (address instanceof Mailbox mailbox) {
                return printable(mailbox.localPart() + '@' + mailbox.domain().toLowerCase(Locale.ROOT));
            }
        }
        return "?";
    }

    /** Controls would break the lines of the report. */
    private static String printable(String text) {
        return text.replaceAll("\\p{C}", "\uFFFD");
    }
}
