package dev.tegami.internal.mime.mask;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The words of the formats themselves, which say nothing about anybody. */
final class KnownWords {
    /** Names of fields whose values stay readable as far as they are made of known words. */
    static final Set<String> FIELDS =
            words("from sender reply-to to cc bcc subject date message-id in-reply-to references"
                    + " comments keywords received return-path delivered-to envelope-to resent-from resent-sender resent-to"
                    + " resent-cc resent-bcc resent-date resent-message-id mime-version content-type content-transfer-encoding"
                    + " content-disposition content-id content-description content-language content-location content-md5"
                    + " content-length content-class content-duration content-features lines status x-status x-keywords x-uid"
                    + " x-mozilla-status x-mozilla-status2 precedence auto-submitted importance priority sensitivity x-priority"
                    + " x-msmail-priority x-mailer user-agent x-mimeole x-originating-ip organization thread-topic thread-index"
                    + " x-mime-autoconverted x-spam-status x-spam-score x-spam-level x-spam-flag errors-to mailing-list"
                    + " disposition-notification-to return-receipt-to list-id list-help list-post list-archive list-owner"
                    + " list-subscribe list-unsubscribe list-unsubscribe-post dkim-signature domainkey-signature received-spf"
                    + " authentication-results arc-seal arc-message-signature arc-authentication-results autocrypt"
                    + " reporting-mta original-envelope-id dsn-gateway received-from-mta arrival-date original-recipient"
                    + " final-recipient action remote-mta diagnostic-code last-attempt-date final-log-id will-retry-until"
                    + " reporting-ua mdn-gateway disposition error failure warning feedback-type version original-mail-from"
                    + " original-rcpt-to source-ip reported-domain reported-uri incidents newsgroups path xref");

    /** Fields whose numbers are no secret, and without which a defect would look another. */
    static final Set<String> NUMBERED = words("date resent-date mime-version content-length lines status x-status"
            + " x-priority importance content-transfer-encoding arrival-date last-attempt-date diagnostic-code"
            + " will-retry-until version");

    /** Words of structured fields. */
    static final Set<String> STRUCTURE =
            words("text plain html xml csv calendar rtf enriched css richtext image png jpeg"
                    + " gif jpg bmp tiff svg webp audio video mpeg mp3 mp4 wav application octet stream pdf msword ms tnef zip"
                    + " gzip json pkcs7 pgp signature encrypted keys mime smime p7m p7s multipart mixed alternative related"
                    + " digest parallel signed report delivery disposition notification feedback message rfc822 global partial"
                    + " external body headers name filename charset format flowed delsp boundary type start info protocol"
                    + " micalg method id number total access site directory mode size creation modification read attachment"
                    + " inline form data 7bit 8bit binary base64 quoted printable uuencode uue uu bit x yes no auto generated replied"
                    + " bulk list junk first class high normal low urgent non personal private confidential"
                    + " by with for via smtp esmtp esmtps esmtpa esmtpsa lmtp http https mail from failed delayed delivered"
                    + " relayed expanded dns manual action automatic mdn sent manually automatically displayed deleted abuse"
                    + " doc docx xls xlsx ppt txt htm dat eml 1 2 3 4 5 6 7 8 9");

    /** Words of dates. */
    static final Set<String> DATES = words("mon tue wed thu fri sat sun jan feb mar apr may jun jul aug sep oct nov dec"
            + " monday tuesday wednesday thursday friday saturday sunday january february march april june july august"
            + " september october november december gmt utc est edt cst cdt mst mdt pst pdt ut cet cest 0");

    static final Set<String> SUBJECTS = words("re fwd fw aw");

    /** Elements and attributes of HTML. */
    static final Set<String> HTML =
            words("html head body title meta link style script div span p br hr a b i u em strong"
                    + " font img table tbody thead tr td th ul ol li h1 h2 h3 h4 h5 h6 pre blockquote center code form input"
                    + " href src alt width height border class id name content http equiv type text color face size align"
                    + " valign bgcolor cellpadding cellspacing rel target cid mailto charset doctype public dtd w3c");

    /** For structured fields: the words of structure and of dates, but no numbers. */
    static final Set<String> ANY = both(STRUCTURE, DATES);

    private KnownWords() {}

    private static Set<String> words(String list) {
        return Set.copyOf(new HashSet<>(List.of(list.split(" ", -1))));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        all.remove("0");
        return Set.copyOf(all);
    }

    static Set<String> withNumbers(Set<String> words) {
        Set<String> all = new HashSet<>(words);
        all.add("0");
        return Set.copyOf(all);
    }
}
