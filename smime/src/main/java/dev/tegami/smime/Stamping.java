package dev.tegami.smime;

import dev.tegami.smime.internal.TimestampQuestion;
import java.io.IOException;

/** Gets timestamps, and believes none that a reader would not. */
record Stamping(TimestampSource source, Trust trust, Policy policy) {
    byte[] token(byte[] signature) {
        TimestampQuestion question = new TimestampQuestion(signature);
        try {
            byte[] answer = source.answer(question.encoded());
            return question.token(answer, trust.certificates())
                    .filter(token -> new TimestampJudge(trust, policy).of(token).isPresent())
                    .map(token -> TimestampQuestion.tokenOf(answer))
                    .orElseThrow(() -> new TimestampFailed(
                            "what the timestamp authority answered is no timestamp of this signature by one that is trusted",
                            new IOException("refused")));
        } catch (IOException e) {
            throw new TimestampFailed("the timestamp authority does not answer: " + e.getMessage(), e);
        }
    }
}
