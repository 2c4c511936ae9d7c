package dev.tegami.smime;

import java.io.IOException;

/**
 * Carries a question to a timestamp authority (RFC 3161) and its answer back; how is the caller's business, mostly a POST
 * of {@code application/timestamp-query} over HTTP. What comes back is not believed for having come: it is checked before
 * it is used. Called on the thread that signs; keep it bounded in time, and the answer in size.
 *
 * <pre>{@code
 * TimestampSource source = request -> post(URI.create("http://tsa.example/"), "application/timestamp-query", request);
 * Message sent = note.with(Smime.sign(ada).timestamped(source, Trust.of(tsaRoot)));
 * }</pre>
 */
@FunctionalInterface
public interface TimestampSource {
    /**
     * Asks.
     *
     * @param request a TimeStampReq in DER
     * @return the TimeStampResp in DER
     * @throws IOException if the authority cannot be reached
     */
    byte[] answer(byte[] request) throws IOException;
}
