/** The parts of the `smpp` package that are used here; it brings no types of its own. */
declare module 'smpp' {
  import type { EventEmitter } from 'node:events';
  import type { Server as NetServer, Socket } from 'node:net';

  export interface Pdu {
    readonly command: string;
    readonly command_status: number;
    readonly sequence_number: number;
    readonly [field: string]: unknown;
    isResponse(): boolean;
    response(fields?: Readonly<Record<string, unknown>>): Pdu;
  }

  type Fields = Readonly<Record<string, unknown>>;
  type Answered = (answer: Pdu) => void;

  export interface Session extends EventEmitter {
    readonly socket: Socket;
    /** False: the socket takes nothing any more. */
    send(pdu: Pdu): boolean;
    bind_transceiver(fields: Fields, answered?: Answered): boolean;
    submit_sm(fields: Fields, answered?: Answered): boolean;
    deliver_sm(fields: Fields, answered?: Answered): boolean;
    enquire_link(fields: Fields, answered?: Answered): boolean;
    unbind(fields: Fields, answered?: Answered): boolean;
    close(done?: () => void): void;
    destroy(done?: () => void): void;
  }

  export interface Server extends NetServer {
    readonly sessions: Session[];
  }

  const smpp: {
    connect(options: Readonly<Record<string, unknown>>): Session;
    createServer(
      options: { readonly key?: string; readonly cert?: string },
      listener: (session: Session) => void,
    ): Server;
    readonly errors: Readonly<Record<string, number>>;
  };
  export default smpp;
}
