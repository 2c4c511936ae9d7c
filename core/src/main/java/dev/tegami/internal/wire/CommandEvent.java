package dev.tegami.internal.wire;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** A step of a session in the flight recorder. */
@Name("dev.tegami.Command")
@Label("Mail command")
@Category("Tegami")
@Description("One command or phase of a session, from its begin to the next")
@StackTrace(false)
final class CommandEvent extends Event {
    @Label("Server")
    String server = "";

    @Label("Command")
    String command = "";

    @Label("Sent")
    @DataAmount
    long sent;

    @Label("Received")
    @DataAmount
    long received;

    @Label("Waited")
    @Description("Time spent in reading and writing")
    @Timespan
    long waited;
}
