import type { CommandRule } from './command-rule.ts';

const DESTROYS = 'destroys beyond the checkout';

/** Destroys what lies beyond the checkout. */
export const DESTROYING_RULES: readonly CommandRule[] = [
  {
    name: DESTROYS,
    needs: ['rm '],
    pattern:
      /\brm\s{1,3}(?:-{1,2}[a-z-]{1,20}\s{1,3}){1,4}(?:--\s{1,3})?["']?(?:\/(?!tmp\/[\w.-])|~(?!\/(?:\.cache|\.npm|library\/caches|\.gradle\/caches|\.cargo\/registry|\.nuget|\.yarn|\.pnpm-store)\b)|\$\{?home|\$\{?\w{1,30}\}?\/|\.\.|\*(?=\s|$|["'&;|])|\.(?=\s|$|["'&;|])|\.git(?:\/|\s|$|["'])|c:)|\brm\s{1,3}(?:-\w{1,6}\s{1,3}){1,3}[\w./-]{1,60}\s{1,3}["']?(?:~|\/(?!tmp\/)|\$home|\.\.)/gu,
  },
  {
    name: DESTROYS,
    needs: ['remove-item', 'rmdir', 'rd ', 'del ', 'format '],
    pattern:
      /\bremove-item\b[^\n]{0,80}-recurse[^\n]{0,40}(?:~|\$home|\$env:|c:\\|\.\.)|\b(?:rd|rmdir)\s{1,3}\/s[^\n]{0,20}(?:c:|%|\\)|\bdel\s{1,3}\/[sfq][^\n]{0,40}(?:c:|%|\\|\*)|\bformat\s{1,3}[a-z]:/gu,
  },
  {
    name: DESTROYS,
    needs: ['git'],
    pattern:
      /\bgit\s{1,3}push\b[^\n;|&]{0,60}?(?:\s--force(?![-\w])|\s-f(?!\w)|\s--mirror\b|\s\+(?:main|master|head|refs)\S{0,20}|\s(?:--delete|-d)\s[^\n;|&]{0,20}\b(?:main|master|production|release)\b|\s:(?:main|master|production|release)\b)|\bforce[- ]push\w{0,3}\b[^.\n]{0,40}\b(?:main|master|production|release|default branch|shared branch|trunk)\b|\bgit\s{1,3}(?:filter-(?:branch|repo)\s{1,3}-|update-ref\s{1,3}-d|reflog\s{1,3}expire)|\bgit\s{1,3}branch\s{1,3}-D\s{1,3}(?:main|master)\b|\bgit\s{1,3}clean\s{1,3}-[a-z]*x[a-z]*[^\n]{0,20}(?:~|\/|\.\.)/giu,
  },
  {
    name: DESTROYS,
    needs: ['terraform', 'tofu', 'pulumi', 'cdk', 'cloudformation'],
    pattern:
      /\b(?:terraform|tofu|terragrunt)\s{1,3}(?:destroy|apply\s[^\n;]{0,30}-destroy)\b|\b(?:terraform|tofu)\s{1,3}state\s{1,3}rm\b|\bpulumi\s{1,3}destroy\b|\bcdk\s{1,3}destroy\b|\bcloudformation\s{1,3}delete-stack\b/gu,
  },
  {
    name: DESTROYS,
    needs: ['drop ', 'truncate', 'delete from', 'dropdb', 'flushall', 'flushdb', 'dropdatabase', 'deletemany'],
    pattern:
      /\bdrop\s{1,3}(?:table|database|schema|tablespace|user|role|index\s{1,3}all|all tables)\b(?!\s{1,3}(?:if exists\s{1,3})?(?:tmp|temp|test|staging_tmp)_?)\s{1,3}(?:if exists\s{1,3})?[\w."`*-]{2,}|\btruncate\s{1,3}(?:table\s{1,3})[\w."`]{2,}|\bdelete\s{1,3}from\s{1,3}[\w."`]{2,60}\s{0,3}(?:;|$|where\s{1,3}1\s{0,2}=\s{0,2}1|where\s{1,3}true)|\bdropdb\s{1,3}\S|\bflush(?:all|db)\b|\.drop(?:database|collection)?\(\s{0,2}\)|deletemany\(\s{0,3}\{\s{0,3}\}\s{0,3}\)/gu,
  },
  {
    name: DESTROYS,
    needs: ['kubectl', 'helm', 'oc '],
    pattern:
      /\b(?:kubectl|oc)\s{1,3}[^\n;]{0,30}delete\s{1,3}[^\n;]{0,80}(?:--all(?:-namespaces)?\b|namespaces?\b|\bns\b|\bnodes?\b|\bpvc?\b|persistentvolume|\bcrds?\b|-f\s{1,2}\.)|\bhelm\s{1,3}(?:uninstall|delete)\b[^\n;]{0,60}(?:--all|prod)|\bkubectl\s{1,3}drain\b[^\n]{0,60}--force/gu,
  },
  {
    name: DESTROYS,
    needs: ['aws ', 's3 ', 'gcloud', 'gsutil', 'az ', 'doctl', 'heroku', 'rclone'],
    pattern:
      /\baws\s{1,3}s3\s{1,3}(?:rm\b[^\n]{0,80}--recursive|rb\b[^\n]{0,60}--force)|\baws\s{1,3}(?:rds|ec2|dynamodb|iam|kms|eks)\s{1,3}(?:delete|terminate)-\w|\bgcloud\s{1,3}[^\n]{0,40}\bdelete\b[^\n]{0,60}(?:--quiet|-q\b)|\bgcloud\s{1,3}projects\s{1,3}delete|\bgsutil\s{1,3}(?:-m\s{1,3})?rm\s{1,3}-r|\baz\s{1,3}group\s{1,3}delete|\bheroku\s{1,3}(?:apps:destroy|pg:reset)|\brclone\s{1,3}(?:purge|delete)\b/gu,
  },
  {
    name: DESTROYS,
    needs: [
      'mkfs',
      'dd ',
      'shred',
      'wipefs',
      'fdisk',
      ':()',
      'find ',
      'chmod',
      'chown',
      'docker',
      'history -c',
      'diskutil',
    ],
    pattern:
      /\bmkfs(?:\.\w{2,6})?\s|\bdd\s{1,3}[^\n]{0,60}of=\/dev\/|\b(?:shred|wipefs)\s{1,3}-|:\(\)\s{0,3}\{|\bfind\s{1,3}(?:\/|~|\$home)[^\n]{0,120}(?:-delete|-exec\s{1,3}rm)|\bchmod\s{1,3}(?:-\w{1,4}\s{1,3})?(?:0?777|a\+rwx|o\+w)\b|\bchown\s{1,3}-r\b[^\n]{0,30}\s\/(?:\s|$)|\bdocker\s{1,3}(?:system|volume)\s{1,3}prune\b[^\n]{0,40}(?:--volumes|-a\w{0,2}f|--all)|\bhistory\s{1,3}-c\b|\bdiskutil\s{1,3}erase/gu,
  },
];
