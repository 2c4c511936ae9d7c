package dev.tegami.smime;

import java.util.List;
import java.util.Optional;

/**
 * How sensitive a letter is, by the rules of some organisation (RFC 2634 section 3). A reader that does not know the rules
 * cannot keep them: it does not trust the letter, unless {@link Policy#labels(java.util.Set)} names them. Immutable.
 *
 * <pre>{@code
 * Message sent = note.with(Smime.sign(ada).labelled(SecurityLabel.of("1.3.6.1.4.1.99999.1", 3).mark("for the board only")));
 * }</pre>
 *
 * @param policy whose rules, an object identifier
 * @param classification how sensitive: by RFC 2634 0 unmarked, 1 unclassified, 2 restricted, 3 confidential, 4 secret, 5
 *     top secret, and above what the rules say; empty if it is not said
 * @param privacyMark text for people
 * @param categories what else the rules want to be said
 */
public record SecurityLabel(
        String policy, Optional<Integer> classification, Optional<String> privacyMark, List<Category> categories) {
    /** The most that RFC 2634 allows, of classifications and of categories. */
    private static final int MOST_CLASSES = 256;

    private static final int MOST_CATEGORIES = 64;

    /**
     * One category.
     *
     * @param type its type, an object identifier
     * @param value its value in hexadecimal, as DER
     */
    public record Category(String type, String value) {}

    /**
     * Takes a copy of the list.
     *
     * @param policy whose rules, an object identifier
     * @param classification how sensitive, from 0 to 256
     * @param privacyMark text for people
     * @param categories what else the rules want to be said, at most 64
     */
    public SecurityLabel {
        categories = List.copyOf(categories);
        if (categories.size() > MOST_CATEGORIES
                || classification
                        .filter(each -> each < 0 || each > MOST_CLASSES)
                        .isPresent()) {
            throw new SmimeException(
                    "no label of RFC 2634", "classifications go to 256, and there are 64 categories at most");
        }
    }

    /**
     * Labels by a classification.
     *
     * @param policy whose rules, an object identifier
     * @param classification how sensitive, from 0 to 256
     * @return the label
     */
    public static SecurityLabel of(String policy, int classification) {
        return new SecurityLabel(policy, Optional.of(classification), Optional.empty(), List.of());
    }

    /**
     * Adds text for people.
     *
     * @param text the privacy mark
     * @return a new label
     */
    public SecurityLabel mark(String text) {
        return new SecurityLabel(policy, classification, Optional.of(text), categories);
    }

    /**
     * Adds categories.
     *
     * @param changed what else to say
     * @return a new label
     */
    public SecurityLabel categories(Category... changed) {
        return new SecurityLabel(policy, classification, privacyMark, List.of(changed));
    }
}
