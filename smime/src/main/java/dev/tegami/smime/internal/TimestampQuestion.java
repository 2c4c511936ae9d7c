package dev.tegami.smime.internal;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Boolean;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.tsp.MessageImprint;
import org.bouncycastle.asn1.tsp.TimeStampReq;
import org.bouncycastle.asn1.tsp.TimeStampResp;

/** One question to a timestamp authority (RFC 3161 section 2.4.1), and whether an answer is for it. */
public final class TimestampQuestion {
    private final byte[] stamped;
    private final BigInteger nonce = new BigInteger(1, Crypto.random(16));

    public TimestampQuestion(byte[] stamped) {
        this.stamped = stamped.clone();
    }

    public byte[] encoded() {
        DigestAlgorithm digest = DigestAlgorithm.SHA256;
        return Der.of(new TimeStampReq(
                new MessageImprint(digest.identifier(), digest.of(stamped)),
                null,
                new ASN1Integer(nonce),
                ASN1Boolean.TRUE,
                null));
    }

    /** The token of an answer: granted, over what was asked, with the nonce, and signed by whom it names. */
    public Optional<TimestampToken> token(byte[] answer, List<X509Certificate> known) throws java.io.IOException {
        byte[] token;
        try {
            TimeStampResp response = TimeStampResp.getInstance(answer);
            int status = response.getStatus().getStatus().intValue();
            if (status > 1 || status < 0 || response.getTimeStampToken() == null) {
                return Optional.empty();
            }
            token = Der.of(response.getTimeStampToken());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
        return TimestampToken.read(token, known)
                .filter(each -> each.covers(stamped)
                        && each.info().getNonce() != null
                        && each.info().getNonce().hasValue(nonce));
    }

    /** The token itself, of an answer that has one. */
    public static byte[] tokenOf(byte[] answer) {
        return Der.of(TimeStampResp.getInstance(answer).getTimeStampToken());
    }
}
