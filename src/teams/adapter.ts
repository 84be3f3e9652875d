/** The SDK's adapter behind our own guard: an activity comes in already admitted, so the SDK checks no token again. */
// By file, as the package's index loads its models and tokenizers too: 200 ms at the start and 30 MB.
import { TeamsAdapter } from '@microsoft/teams-ai/lib/TeamsAdapter.js';
import type { Activity, ConfigurationServiceClientCredentialFactory, InvokeResponse, TurnContext } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  ClaimsIdentity,
  type ConnectorClient,
  type UserTokenClient,
} from 'botframework-connector';
import { keepEntityFields, keptClients, type OutboundRules } from './outbound.ts';

/** Named in every send: left out, the SDK would build and keep further clients. */
export const channelAudience = 'https://api.botframework.com';

export interface AdapterOptions extends OutboundRules {
  appId: string;
  credentials: ConfigurationServiceClientCredentialFactory;
}

export class FieldbookAdapter extends TeamsAdapter {
  readonly #admitted: AuthenticateRequestResult;

  constructor(options: AdapterOptions) {
    super({}, options.credentials);
    keepEntityFields();
    const auth = this.botFrameworkAuthentication;
    const keep = keptClients(options);
    const createFactory = auth.createConnectorFactory.bind(auth);
    auth.createConnectorFactory = (identity) => keep(createFactory(identity));
    keepTokenClient(auth);
    auth.authenticateRequest = () => Promise.reject(new Error('teams: an activity reached the SDK past our guard'));
    const identity = new ClaimsIdentity(
      [
        { type: 'aud', value: options.appId },
        { type: 'appid', value: options.appId },
      ],
      true,
    );
    this.#admitted = {
      audience: channelAudience,
      callerId: options.appId ? 'urn:botframework:azure' : '',
      claimsIdentity: identity,
      connectorFactory: auth.createConnectorFactory(identity),
    };
  }

  /** The kept client for an address on our list, with the bot's own credentials. */
  async connectorFor(serviceUrl: string): Promise<ConnectorClient> {
    const factory = this.#admitted.connectorFactory;
    if (!factory) throw new Error('teams: the adapter has no connector factory');
    return factory.create(serviceUrl, channelAudience);
  }

  /** Runs the turn of an activity that our guard admitted. */
  runAdmitted(activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(this.#admitted, activity, logic);
  }
}

/** A turn never uses the user-token client, yet the SDK builds one for each: keep one. */
function keepTokenClient(auth: { createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> }): void {
  const create = auth.createUserTokenClient.bind(auth);
  let kept: Promise<UserTokenClient> | undefined;
  auth.createUserTokenClient = (identity) => {
    kept ??= create(identity);
    return kept;
  };
}
