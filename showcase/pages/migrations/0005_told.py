import uuid

import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import products.models.product
import villages.models.artisan
import villages.models.glossary
import villages.models.village
import wagtail.fields
from django.conf import settings
from django.db import migrations, models
from wagtail.blocks.migrations.migrate_operation import MigrateStreamData
from wagtail.blocks.migrations.operations import BaseBlockOperation


class QuoteIntoContent(BaseBlockOperation):
    """A chapter's one quote becomes the first block of its content."""

    def apply(self, block_value):
        value = dict(block_value)
        text, source = value.pop("quote", "") or "", value.pop("quote_by", "") or ""
        content = list(value.get("content") or [])
        if text:
            quote = {"type": "quote", "value": {"text": text, "artisan": None, "source": source}}
            value["content"] = [{**quote, "id": str(uuid.uuid4())}, *content]
        return value

    @property
    def operation_name_fragment(self):
        return "quote_into_content"


class Migration(migrations.Migration):

    dependencies = [
        ('images', '0001_initial'),
        ('pages', '0004_hours_and_owner'),
        ('villages', '0002_told'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='EventIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('source_digest', models.CharField(blank=True, default='', editable=False, max_length=12)),
                ('left_with_source', models.PositiveBigIntegerField(editable=False, null=True)),
                ('intro', models.TextField(blank=True, verbose_name='introduction')),
            ],
            options={
                'verbose_name': 'events',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='EventPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('source_digest', models.CharField(blank=True, default='', editable=False, max_length=12)),
                ('left_with_source', models.PositiveBigIntegerField(editable=False, null=True)),
                ('intro', models.TextField(blank=True, verbose_name='introduction')),
                ('place', models.CharField(blank=True, max_length=200, verbose_name='place')),
                ('capacity', models.CharField(blank=True, max_length=160, verbose_name='how many may come')),
                ('cost', models.CharField(blank=True, max_length=160, verbose_name='cost')),
                ('booking', models.CharField(blank=True, max_length=250, verbose_name='how to book')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('picture', 4), ('gallery', 6), ('quote', 10), ('records', 16), ('term', 17)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'icon': 'title', 'label': 'heading', 'max_length': 160, 'template': 'blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['h2', 'h3', 'bold', 'italic', 'ol', 'ul', 'link'], 'label': 'text', 'template': 'blocks/text.html'}), 2: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'picture'}), 3: ('wagtail.blocks.TextBlock', (), {'label': 'caption', 'max_length': 400, 'required': False, 'rows': 2}), 4: ('wagtail.blocks.StructBlock', [[('image', 2), ('caption', 3)]], {}), 5: ('wagtail.blocks.ListBlock', (4,), {'label': 'pictures', 'max_num': 12, 'min_num': 2}), 6: ('wagtail.blocks.StructBlock', [[('pictures', 5)]], {}), 7: ('wagtail.blocks.TextBlock', (), {'label': 'quote', 'max_length': 600, 'rows': 3}), 8: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.artisan.Artisan,), {'help_text': 'The quote is shown only while this artisan agrees to name and story being public.', 'label': 'artisan', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'help_text': 'For writings: what it is taken from.', 'label': 'source', 'max_length': 160, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('text', 7), ('artisan', 8), ('source', 9)]], {}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'heading', 'max_length': 160, 'required': False}), 12: ('wagtail.snippets.blocks.SnippetChooserBlock', (products.models.product.Product,), {'label': 'product'}), 13: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.village.Village,), {'label': 'village'}), 14: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.artisan.Artisan,), {'label': 'artisan'}), 15: ('wagtail.blocks.StreamBlock', [[('product', 12), ('village', 13), ('artisan', 14)]], {'label': 'records', 'max_num': 24}), 16: ('wagtail.blocks.StructBlock', [[('heading', 11), ('records', 15)]], {}), 17: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.glossary.GlossaryTerm,), {'icon': 'help', 'label': 'glossary term', 'template': 'blocks/term.html'})}, verbose_name='text')),
            ],
            options={
                'verbose_name': 'event',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.CreateModel(
            name='StoryIndexPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('source_digest', models.CharField(blank=True, default='', editable=False, max_length=12)),
                ('left_with_source', models.PositiveBigIntegerField(editable=False, null=True)),
                ('intro', models.TextField(blank=True, verbose_name='introduction')),
            ],
            options={
                'verbose_name': 'stories',
            },
            bases=('wagtailcore.page',),
        ),
        migrations.AddField(
            model_name='standardpage',
            name='more',
            field=wagtail.fields.StreamField([('heading', 0), ('text', 1), ('picture', 4), ('gallery', 6), ('quote', 10), ('records', 16), ('term', 17)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'icon': 'title', 'label': 'heading', 'max_length': 160, 'template': 'blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['h2', 'h3', 'bold', 'italic', 'ol', 'ul', 'link'], 'label': 'text', 'template': 'blocks/text.html'}), 2: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'picture'}), 3: ('wagtail.blocks.TextBlock', (), {'label': 'caption', 'max_length': 400, 'required': False, 'rows': 2}), 4: ('wagtail.blocks.StructBlock', [[('image', 2), ('caption', 3)]], {}), 5: ('wagtail.blocks.ListBlock', (4,), {'label': 'pictures', 'max_num': 12, 'min_num': 2}), 6: ('wagtail.blocks.StructBlock', [[('pictures', 5)]], {}), 7: ('wagtail.blocks.TextBlock', (), {'label': 'quote', 'max_length': 600, 'rows': 3}), 8: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.artisan.Artisan,), {'help_text': 'The quote is shown only while this artisan agrees to name and story being public.', 'label': 'artisan', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'help_text': 'For writings: what it is taken from.', 'label': 'source', 'max_length': 160, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('text', 7), ('artisan', 8), ('source', 9)]], {}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'heading', 'max_length': 160, 'required': False}), 12: ('wagtail.snippets.blocks.SnippetChooserBlock', (products.models.product.Product,), {'label': 'product'}), 13: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.village.Village,), {'label': 'village'}), 14: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.artisan.Artisan,), {'label': 'artisan'}), 15: ('wagtail.blocks.StreamBlock', [[('product', 12), ('village', 13), ('artisan', 14)]], {'label': 'records', 'max_num': 24}), 16: ('wagtail.blocks.StructBlock', [[('heading', 11), ('records', 15)]], {}), 17: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.glossary.GlossaryTerm,), {'icon': 'help', 'label': 'glossary term', 'template': 'blocks/term.html'})}, verbose_name='pictures, quotes, records'),
        ),
        migrations.AlterField(
            model_name='exhibitionitem',
            name='chapter',
            field=models.PositiveSmallIntegerField(default=1, help_text='0 shows it after all chapters.', verbose_name='number of the chapter'),
        ),
        migrations.AlterField(
            model_name='exhibitionpage',
            name='body',
            field=wagtail.fields.StreamField([('chapter', 20)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'heading', 'max_length': 160}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['h3', 'bold', 'italic', 'ol', 'ul', 'link'], 'label': 'text', 'required': False}), 2: ('wagtail.blocks.RichTextBlock', (), {'features': ['h2', 'h3', 'bold', 'italic', 'ol', 'ul', 'link'], 'label': 'text', 'template': 'blocks/text.html'}), 3: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'picture'}), 4: ('wagtail.blocks.TextBlock', (), {'label': 'caption', 'max_length': 400, 'required': False, 'rows': 2}), 5: ('wagtail.blocks.StructBlock', [[('image', 3), ('caption', 4)]], {}), 6: ('wagtail.blocks.ListBlock', (5,), {'label': 'pictures', 'max_num': 12, 'min_num': 2}), 7: ('wagtail.blocks.StructBlock', [[('pictures', 6)]], {}), 8: ('wagtail.blocks.TextBlock', (), {'label': 'quote', 'max_length': 600, 'rows': 3}), 9: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.artisan.Artisan,), {'help_text': 'The quote is shown only while this artisan agrees to name and story being public.', 'label': 'artisan', 'required': False}), 10: ('wagtail.blocks.CharBlock', (), {'help_text': 'For writings: what it is taken from.', 'label': 'source', 'max_length': 160, 'required': False}), 11: ('wagtail.blocks.StructBlock', [[('text', 8), ('artisan', 9), ('source', 10)]], {}), 12: ('wagtail.blocks.CharBlock', (), {'label': 'heading', 'max_length': 160, 'required': False}), 13: ('wagtail.snippets.blocks.SnippetChooserBlock', (products.models.product.Product,), {'label': 'product'}), 14: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.village.Village,), {'label': 'village'}), 15: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.artisan.Artisan,), {'label': 'artisan'}), 16: ('wagtail.blocks.StreamBlock', [[('product', 13), ('village', 14), ('artisan', 15)]], {'label': 'records', 'max_num': 24}), 17: ('wagtail.blocks.StructBlock', [[('heading', 12), ('records', 16)]], {}), 18: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.glossary.GlossaryTerm,), {'icon': 'help', 'label': 'glossary term', 'template': 'blocks/term.html'}), 19: ('wagtail.blocks.StreamBlock', [[('text', 2), ('picture', 5), ('gallery', 7), ('quote', 11), ('records', 17), ('term', 18)]], {'label': 'pictures, quotes, records', 'required': False}), 20: ('wagtail.blocks.StructBlock', [[('heading', 0), ('text', 1), ('content', 19)]], {})}, verbose_name='chapters'),
        ),
        MigrateStreamData('pages', 'ExhibitionPage', 'body', [(QuoteIntoContent(), 'chapter')]),
        migrations.CreateModel(
            name='EventDate',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('starts_at', models.DateTimeField(help_text='By the clock of Hà Nội.', verbose_name='begins')),
                ('ends_at', models.DateTimeField(blank=True, null=True, verbose_name='ends')),
                ('page', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='dates', to='pages.eventpage')),
            ],
            options={
                'verbose_name': 'date of an event',
                'verbose_name_plural': 'dates of an event',
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='StoryPage',
            fields=[
                ('page_ptr', models.OneToOneField(auto_created=True, on_delete=django.db.models.deletion.CASCADE, parent_link=True, primary_key=True, serialize=False, to=settings.WAGTAIL_PAGE_MODEL)),
                ('source_digest', models.CharField(blank=True, default='', editable=False, max_length=12)),
                ('left_with_source', models.PositiveBigIntegerField(editable=False, null=True)),
                ('intro', models.TextField(blank=True, verbose_name='introduction')),
                ('told_on', models.DateField(default=django.utils.timezone.localdate, verbose_name='date')),
                ('body', wagtail.fields.StreamField([('heading', 0), ('text', 1), ('picture', 4), ('gallery', 6), ('quote', 10), ('records', 16), ('term', 17)], blank=True, block_lookup={0: ('wagtail.blocks.CharBlock', (), {'icon': 'title', 'label': 'heading', 'max_length': 160, 'template': 'blocks/heading.html'}), 1: ('wagtail.blocks.RichTextBlock', (), {'features': ['h2', 'h3', 'bold', 'italic', 'ol', 'ul', 'link'], 'label': 'text', 'template': 'blocks/text.html'}), 2: ('wagtail.images.blocks.ImageChooserBlock', (), {'label': 'picture'}), 3: ('wagtail.blocks.TextBlock', (), {'label': 'caption', 'max_length': 400, 'required': False, 'rows': 2}), 4: ('wagtail.blocks.StructBlock', [[('image', 2), ('caption', 3)]], {}), 5: ('wagtail.blocks.ListBlock', (4,), {'label': 'pictures', 'max_num': 12, 'min_num': 2}), 6: ('wagtail.blocks.StructBlock', [[('pictures', 5)]], {}), 7: ('wagtail.blocks.TextBlock', (), {'label': 'quote', 'max_length': 600, 'rows': 3}), 8: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.artisan.Artisan,), {'help_text': 'The quote is shown only while this artisan agrees to name and story being public.', 'label': 'artisan', 'required': False}), 9: ('wagtail.blocks.CharBlock', (), {'help_text': 'For writings: what it is taken from.', 'label': 'source', 'max_length': 160, 'required': False}), 10: ('wagtail.blocks.StructBlock', [[('text', 7), ('artisan', 8), ('source', 9)]], {}), 11: ('wagtail.blocks.CharBlock', (), {'label': 'heading', 'max_length': 160, 'required': False}), 12: ('wagtail.snippets.blocks.SnippetChooserBlock', (products.models.product.Product,), {'label': 'product'}), 13: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.village.Village,), {'label': 'village'}), 14: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.artisan.Artisan,), {'label': 'artisan'}), 15: ('wagtail.blocks.StreamBlock', [[('product', 12), ('village', 13), ('artisan', 14)]], {'label': 'records', 'max_num': 24}), 16: ('wagtail.blocks.StructBlock', [[('heading', 11), ('records', 15)]], {}), 17: ('wagtail.snippets.blocks.SnippetChooserBlock', (villages.models.glossary.GlossaryTerm,), {'icon': 'help', 'label': 'glossary term', 'template': 'blocks/term.html'})}, verbose_name='story')),
                ('credits', models.TextField(blank=True, verbose_name='credits')),
                ('craft', models.ForeignKey(blank=True, help_text='The words of this craft are listed under the story.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='stories', to='villages.craft', verbose_name='craft')),
                ('picture', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='images.centreimage', verbose_name='picture')),
            ],
            options={
                'verbose_name': 'story',
            },
            bases=('wagtailcore.page',),
        ),
    ]
