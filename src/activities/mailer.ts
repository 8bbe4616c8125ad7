/**
 * Promise: after handing a message to the mail server we know whether it was taken, refused or never said, and say
 * which; only a definite reply counts as sent. The one file that knows nodemailer.
 */
import { PassThrough, pipeline } from 'node:stream';
import nodemailer from 'nodemailer';

export interface Message {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The same message keeps it however often it is sent. */
  readonly messageId: string;
}

export type Sent =
  | { readonly kind: 'sent' }
  /** Refused for now, or never handed over: nothing has left. */
  | { readonly kind: 'temporary'; readonly reason: string }
  /** Refused for good. */
  | { readonly kind: 'permanent'; readonly reason: string }
  /** Handed over and never answered. */
  | { readonly kind: 'unknown'; readonly reason: string };

export interface Mailer {
  send(message: Message): Promise<Sent>;
}

export interface MailerOptions {
  readonly smtpUrl: string;
  readonly from: string;
  /** How long one step of the conversation may take. */
  readonly patienceMs?: number;
}

interface SmtpError {
  readonly code?: string;
  readonly responseCode?: number;
  readonly message: string;
}

export const createMailer = ({ smtpUrl, from, patienceMs = 20_000 }: MailerOptions): Mailer => ({
  send: async ({ to, subject, text, messageId }) => {
    const transport = nodemailer.createTransport(
      { url: smtpUrl, connectionTimeout: patienceMs, greetingTimeout: patienceMs, socketTimeout: patienceMs },
      { from },
    );
    let handedOver = false;
    transport.use('stream', (mail, done) => {
      // The closing dot can only follow the last byte: before it nothing can have been taken.
      // Outermost, so that only the conversation itself reads it to its end.
      mail.message.processFunc((input) => {
        const output = new PassThrough().on('end', () => (handedOver = true));
        pipeline(input, output, () => undefined);
        return output;
      });
      done();
    });
    try {
      await transport.sendMail({
        to,
        subject,
        text,
        messageId,
        disableFileAccess: true,
        disableUrlAccess: true,
      });
      return { kind: 'sent' };
    } catch (error) {
      return verdict(error as SmtpError, handedOver);
    } finally {
      transport.close();
    }
  },
});

/** A wrong password is the office's mistake, not the recipient's: it is mended, and the message still leaves. */
const verdict = ({ code, responseCode, message }: SmtpError, handedOver: boolean): Sent => {
  const reason = [code, message].filter((part) => part !== undefined).join(': ');
  if (code === 'EAUTH') return { kind: 'temporary', reason };
  if (responseCode !== undefined && responseCode >= 500) return { kind: 'permanent', reason };
  if (responseCode !== undefined && responseCode >= 400) return { kind: 'temporary', reason };
  return { kind: handedOver ? 'unknown' : 'temporary', reason };
};

/** The domain Message-IDs are made in: the sender's. */
export const mailDomainOf = (from: string): string => /@([^>\s]+)/.exec(from)?.[1] ?? 'duzhan.invalid';
