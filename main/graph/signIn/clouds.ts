import type { CloudName } from '../../../shared/contract/account';

/** One of Microsoft's clouds: where people sign in, and where their Graph is. */
export interface Cloud {
  name: CloudName;
  words: string;
  /** Origin of the sign-in host; also MSAL's name for the cloud. */
  login: string;
  /** Graph's root with its version. */
  graphRoot: string;
}

/** The pairs must never be mixed: a token of one cloud is refused in another. */
export const clouds: Record<CloudName, Cloud> = {
  public: {
    name: 'public',
    words: 'Microsoft 365',
    login: 'https://login.microsoftonline.com',
    graphRoot: 'https://graph.microsoft.com/v1.0',
  },
  usGovernment: {
    name: 'usGovernment',
    words: 'Microsoft 365 for US Government (GCC High)',
    login: 'https://login.microsoftonline.us',
    graphRoot: 'https://graph.microsoft.us/v1.0',
  },
  usDefense: {
    name: 'usDefense',
    words: 'Microsoft 365 for the US Department of Defense',
    login: 'https://login.microsoftonline.us',
    graphRoot: 'https://dod-graph.microsoft.us/v1.0',
  },
  china: {
    name: 'china',
    words: 'Microsoft 365 operated by 21Vianet',
    login: 'https://login.chinacloudapi.cn',
    graphRoot: 'https://microsoftgraph.chinacloudapi.cn/v1.0',
  },
};

/**
 * Takes addresses of a cloud's sign-in host to `base`, a tenant on this computer; every other address
 * stays as it is. MSAL refuses an authority that is not https, so the change is made on the wire.
 */
export function loginAt(cloud: Cloud, base: string): (url: string) => string {
  const to = base.replace(/\/+$/, '');
  return (url) => (url.startsWith(`${cloud.login}/`) ? to + url.slice(cloud.login.length) : url);
}
