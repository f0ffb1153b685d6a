/** Field of the message by which the database worker says that its engine cannot be started, and why. */
export const ENGINE_FAILED = "fumehood:engine-failed";
