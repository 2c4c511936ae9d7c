package dev.tegami.imap;

import dev.tegami.MailException;

/** The server described a part that is not there, and the whole message was no help. */
public class SectionMissing extends MailException {
    private static final long serialVersionUID = 1L;

    private final String section;

    /**
     * Creates the error.
     *
     * @param uid the UID of the message
     * @param section the address of the part
     * @param why what was tried
     */
    public SectionMissing(long uid, String section, String why) {
        super(
                "the server has no section " + section + " of the message UID " + uid + " that it described: " + why,
                false,
                "receive Section.ALL to a file and parse that");
        this.section = section;
    }

    /**
     * Names the section.
     *
     * @return such as {@code 1.2}
     */
    public String section() {
        return section;
    }
}
